package org.stitchery.service.order;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What embroidery costs, in hundredths of the currency. The shape (a floor, a share per garment, per thousand stitches
 * with a least number of them, per minute at the machine, extras) is the trade's; the amounts are ours to start with,
 * within the ranges that shops and decorators publish, and every shop sets its own.
 */
@ConfigMapping(prefix = "stitchery.price")
public interface PriceList {

    /** ISO 4217. */
    @WithDefault("EUR")
    String currency();

    /** No garment is done for less. */
    @WithDefault("650")
    long floorCents();

    /** Hooping, threading and taking off one garment. */
    @WithDefault("180")
    long setupCents();

    /** Each begun thousand of stitches. */
    @WithDefault("55")
    long perThousandStitchesCents();

    /** So many thousands are paid for at least: small designs cost handling, not thread. */
    @WithDefault("3")
    int leastThousands();

    /** Each begun minute at the machine: trims and colour changes cost time that stitches do not show. */
    @WithDefault("12")
    long perMinuteCents();

    /** Water-soluble film on pile. */
    @WithDefault("40")
    long toppingCents();

    /** Colours that are in the price. */
    @WithDefault("6")
    int coloursIncluded();

    /** Each colour beyond. */
    @WithDefault("30")
    long extraColourCents();
}
