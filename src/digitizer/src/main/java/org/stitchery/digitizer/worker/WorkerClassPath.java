package org.stitchery.digitizer.worker;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the jars or folders that a child needs, from where this JVM has loaded the same classes. */
public final class WorkerClassPath {

    /** One class of each library the child uses; by name, since this package knows none of them. */
    private static final List<String> ONE_OF_EACH = List.of(
            "org.stitchery.digitizer.worker.DigitizerWorker",
            "org.stitchery.embroidery.model.StitchPattern",
            "org.locationtech.jts.geom.Geometry",
            "org.apache.batik.parser.TransformListParser",
            "org.apache.batik.i18n.LocalizableSupport",
            "org.apache.batik.util.io.NormalizingReader",
            "org.apache.batik.constants.XMLConstants");

    private WorkerClassPath() {}

    /**
     * The class path of a child, for {@link WorkerSettings}. Works in a plain JVM, in tests and inside a service whose
     * class loader reads jars.
     *
     * @throws IllegalStateException when a class does not come from a jar or folder
     */
    public static String ofThisProcess() {
        Set<String> places = new LinkedHashSet<>();
        for (String name : ONE_OF_EACH) {
            places.add(place(name).toString());
        }
        return String.join(File.pathSeparator, places);
    }

    private static Path place(String className) {
        try {
            Class<?> type = Class.forName(className, false, WorkerClassPath.class.getClassLoader());
            CodeSource source = type.getProtectionDomain().getCodeSource();
            if (source != null && source.getLocation() != null) {
                return path(source.getLocation().toURI());
            }
            String file = className.replace('.', '/') + ".class";
            URL resource = type.getClassLoader().getResource(file);
            if (resource == null) {
                throw new IllegalStateException("Nothing tells where " + className + " was loaded from");
            }
            String text = resource.toString();
            return path(new URI(text.substring(0, text.length() - file.length())));
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException("A worker needs " + className + ", which cannot be found", e);
        }
    }

    /** Takes apart {@code file:/a.jar}, {@code jar:file:/a.jar!/} and {@code file:/folder/}. */
    private static Path path(URI uri) {
        String text = uri.toString();
        if (text.startsWith("jar:")) {
            text = text.substring(4);
        }
        int inside = text.indexOf("!/");
        return Path.of(URI.create(inside < 0 ? text : text.substring(0, inside)));
    }
}
