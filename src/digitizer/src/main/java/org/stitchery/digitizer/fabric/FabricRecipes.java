package org.stitchery.digitizer.fabric;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The fabrics we know, read from {@code recipes.tsv} beside this class.
 *
 * <p>Where the numbers come from:
 *
 * <ul>
 *   <li>row spacing: 0.40 mm is the trade's usual (Embrilliance's manual calls it normal). A 40 weight thread is about
 *       0.4 mm wide when it lies flat, so we stay a hair below where nothing may shine through, closer on pile and wider
 *       on cloth that does not forgive holes (leather) or weight (silk);
 *   <li>stitch length: 3 to 5 mm, 4 usual (Printwear, February 2016), shorter on silk and jersey, longer on leather;
 *   <li>pull compensation: 0 to 0.3 mm on fill edges (Embrilliance's manual), at least 0.5 mm in all for small letters
 *       (Eagle Digitizing), a tenth of the width for lettering (Hoopingstation): so it grows with the stitch, more the more
 *       the cloth gives, and has a ceiling;
 *   <li>shortest stitch: users of Ink/Stitch ask for 0.3 mm and more (its issue 1455); half a millimetre is kinder to thread,
 *       and 1.0 mm is the trade's safe value where holes weaken the cloth (SWF, Printwear December 2016);
 *   <li>needles: 75/11 is the usual one for 40 weight thread; finer for fine cloth, stouter for dense cloth, ballpoints for
 *       knits, so that they part threads instead of cutting them;
 *   <li>underlay spacing: about three times that of the rows (Ink/Stitch's default), closer under pile to hold it down,
 *       none on leather, which every hole weakens;
 *   <li>backing and topping: after Brother's BES-100 workbook, Dakota Collectibles and Mardock Designs; film over pile is
 *       universal practice.
 * </ul>
 *
 * The differences between fabrics are our judgement within those bounds: no open source gives them as a table.
 */
public final class FabricRecipes {

    private static final List<FabricRecipe> ALL = read();

    private FabricRecipes() {}

    /** All of them, the most usual first. */
    public static List<FabricRecipe> all() {
        return ALL;
    }

    /** The recipe of a name such as {@code twill}. */
    public static Optional<FabricRecipe> named(String name) {
        return ALL.stream().filter(recipe -> recipe.name().equals(name)).findFirst();
    }

    /** What is assumed when nobody chose: twill, the cloth of workwear and badges. */
    public static FabricRecipe standard() {
        return ALL.get(0);
    }

    private static List<FabricRecipe> read() {
        try (InputStream bytes = FabricRecipes.class.getResourceAsStream("recipes.tsv")) {
            if (bytes == null) {
                throw new IllegalStateException("recipes.tsv is missing beside " + FabricRecipes.class.getName());
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            List<FabricRecipe> recipes = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    recipes.add(recipe(line.split("\t", -1)));
                }
            }
            return List.copyOf(recipes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FabricRecipe recipe(String[] field) {
        if (field.length != 15) {
            throw new IllegalStateException("recipes.tsv: " + field[0] + " has " + field.length + " fields, not 15");
        }
        return new FabricRecipe(
                field[0],
                Double.parseDouble(field[1]),
                Double.parseDouble(field[2]),
                Double.parseDouble(field[3]),
                Double.parseDouble(field[4]),
                Double.parseDouble(field[5]),
                Double.parseDouble(field[6]),
                underlays(field[7]),
                underlays(field[8]),
                Double.parseDouble(field[9]),
                Double.parseDouble(field[10]),
                field[11],
                field[12],
                field[13],
                field[14]);
    }

    private static List<Underlay> underlays(String names) {
        return names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(",")).map(Underlay::of).toList();
    }
}
