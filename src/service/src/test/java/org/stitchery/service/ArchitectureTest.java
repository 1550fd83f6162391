package org.stitchery.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The arrows of the house, enforced. */
class ArchitectureTest {

    private static final String HOUSE = "org.stitchery.service.";

    /** Which features a feature may call, besides platform and account. */
    private static final Map<String, Set<String>> ARROWS = Map.of(
            "platform", Set.of(),
            "account", Set.of(),
            "artwork", Set.of(),
            "machine", Set.of(),
            "order", Set.of("artwork"),
            "production", Set.of("order", "artwork", "machine"),
            "dashboard", Set.of("production", "machine", "order", "artwork"),
            "telemetry", Set.of("production", "machine"),
            "demo", Set.of("machine"));

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.stitchery.service");

    @Test
    void callsRunOneWay() {
        List<String> forbidden = new ArrayList<>();
        for (JavaClass from : SERVICE) {
            String feature = feature(from);
            if (!ARROWS.containsKey(feature)) {
                continue;
            }
            from.getDirectDependenciesFromSelf().forEach(dependency -> {
                String to = feature(dependency.getTargetClass());
                if (ARROWS.containsKey(to) && !to.equals(feature) && !allowed(feature, to)) {
                    forbidden.add(dependency.getDescription());
                }
            });
        }
        assertThat(forbidden).isEmpty();
    }

    @Test
    void everyFeatureIsOnTheMap() {
        Set<String> features = SERVICE.stream().map(ArchitectureTest::feature).collect(Collectors.toSet());
        features.remove("");

        assertThat(ARROWS.keySet()).containsAll(features);
    }

    @Test
    void theServiceDrawsNothingAndParsesNoDrawing() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.batik..", "java.awt..", "javax.swing..")
                .because("uploads are only parsed by the digitizer's workers, pictures drawn by embroidery")
                .check(SERVICE);
    }

    @Test
    void noEntityLeavesItsPackage() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .notBePublic()
                .because("records leave a feature, entities stay")
                .check(SERVICE);
        for (JavaClass type : SERVICE) {
            if (type.isAnnotatedWith(Entity.class)) {
                assertThat(type.getDirectDependenciesToSelf().stream()
                                .map(dependency -> dependency.getOriginClass().getPackageName())
                                .filter(origin -> !origin.equals(type.getPackageName())))
                        .as(type.getName())
                        .isEmpty();
            }
        }
    }

    @Test
    void driversAndServiceDoNotKnowEachOther() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.stitchery.driver.tapereader..", "org.stitchery.simulator..", "org.stitchery.driver.kit..")
                .check(SERVICE);
    }

    @Test
    void nothingOfTheDatabaseLeavesThePackagesThatOwnTables() {
        noClasses()
                .that()
                .resideInAnyPackage(HOUSE + "dashboard..", HOUSE + "demo..", HOUSE + "telemetry..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..", "javax.sql..")
                .check(SERVICE);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> marked = SERVICE.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        Set<String> all = SERVICE.stream()
                .filter(type -> !type.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());

        assertThat(marked).containsAll(all);
    }

    private static boolean allowed(String from, String to) {
        return to.equals("platform")
                || (to.equals("account") && !from.equals("platform"))
                || ARROWS.getOrDefault(from, Set.of()).contains(to);
    }

    private static String feature(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(HOUSE)) {
            return "";
        }
        String rest = name.substring(HOUSE.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
