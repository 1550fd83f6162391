package org.stitchery.service.platform;

import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How figures are written on pages. English throughout, whatever the server's own language. */
@TemplateExtension
public final class Figures {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    private Figures() {}

    /** 12,345. */
    public static String grouped(Number number) {
        return String.format(Locale.ENGLISH, "%,d", number.longValue());
    }

    /** One decimal: 81.5. */
    public static String tenths(Double number) {
        return String.format(Locale.ENGLISH, "%.1f", number);
    }

    /** 1250 becomes 12.50. */
    public static String cents(Long cents) {
        return String.format(Locale.ENGLISH, "%,d.%02d", cents / 100, cents % 100);
    }

    /** 0.423 becomes 42. */
    public static String percent(Double fraction) {
        return String.valueOf(Math.round(fraction * 100));
    }

    /** Day and time at the server's place. */
    public static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** Time of day at the server's place. */
    public static String clockTime(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** A hoop's name for people: {@code 130x180} becomes "130 × 180 mm". */
    public static String hoopWords(String name) {
        return name.replaceAll("(\\d)\\s*x\\s*(\\d)", "$1 × $2") + " mm";
    }

    /** In whole minutes, at least one: "4 min", "1 h 20 min". */
    public static String minutes(Duration duration) {
        long minutes = Math.max(1, (duration.toSeconds() + 59) / 60);
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
