package org.stitchery.service.order;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.service.artwork.DesignFigures;

/**
 * What an order line costs, with every step that led there. All amounts in hundredths of the currency.
 *
 * @param currency ISO 4217
 * @param lines what one garment's price is made of; their sum, or the floor when that is higher, is {@code unitCents}
 * @param unitCents one garment
 * @param quantity how many
 * @param totalCents all of them
 */
public record Price(String currency, List<Line> lines, long unitCents, int quantity, long totalCents) {

    public Price {
        lines = List.copyOf(lines);
        long sum = lines.stream().mapToLong(Line::cents).sum();
        if (sum != unitCents || unitCents * quantity != totalCents) {
            throw new IllegalArgumentException("Price lines add up to " + sum + " for one, not " + unitCents + ", or "
                    + quantity + " of them are not " + totalCents);
        }
    }

    /**
     * One step.
     *
     * @param label for the customer
     * @param cents its amount for one garment
     */
    public record Line(String label, long cents) {}

    /** The price of so many garments with this design. */
    public static Price of(PriceList list, DesignFigures design, int quantity) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Hooping and handling", list.setupCents()));
        int thousands = Math.max(list.leastThousands(), (design.stitches() + 999) / 1000);
        lines.add(new Line(
                thousands + ",000 stitches at " + money(list.perThousandStitchesCents()) + " per 1,000",
                thousands * list.perThousandStitchesCents()));
        long minutes = design.wholeMinutes();
        lines.add(new Line(
                minutes + " min at the machine at " + money(list.perMinuteCents()), minutes * list.perMinuteCents()));
        int extraColours = Math.max(0, design.colours() - list.coloursIncluded());
        if (extraColours > 0) {
            lines.add(new Line(
                    extraColours
                            + (extraColours == 1 ? " colour beyond " : " colours beyond ")
                            + list.coloursIncluded(),
                    extraColours * list.extraColourCents()));
        }
        if (!design.topping().isEmpty()) {
            lines.add(new Line("Topping: " + design.topping(), list.toppingCents()));
        }
        long sum = lines.stream().mapToLong(Line::cents).sum();
        if (sum < list.floorCents()) {
            lines.add(new Line("Up to our smallest price of " + money(list.floorCents()), list.floorCents() - sum));
            sum = list.floorCents();
        }
        return new Price(list.currency(), lines, sum, quantity, sum * quantity);
    }

    private static String money(long cents) {
        return cents / 100 + "." + (cents % 100 < 10 ? "0" : "") + cents % 100;
    }
}
