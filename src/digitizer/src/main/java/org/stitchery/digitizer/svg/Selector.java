package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSS selector of the kinds drawings use: type, class, id, attribute, {@code *} and {@code :root}, joined by
 * descendant and child combinators. Immutable.
 */
final class Selector {

    private static final int LONGEST = 32;

    /** How an attribute is compared. */
    private enum Test {
        PRESENT,
        EQUALS,
        WORD,
        DASH,
        PREFIX,
        SUFFIX,
        CONTAINS
    }

    private record AttributeTest(String name, Test test, String value) {
        boolean matches(SvgElement element) {
            String actual = element.attribute(name);
            if (actual == null) {
                return false;
            }
            return switch (test) {
                case PRESENT -> true;
                case EQUALS -> actual.equals(value);
                case WORD -> Arrays.asList(actual.strip().split("\\s+")).contains(value);
                case DASH -> actual.equals(value) || actual.startsWith(value + "-");
                case PREFIX -> !value.isEmpty() && actual.startsWith(value);
                case SUFFIX -> !value.isEmpty() && actual.endsWith(value);
                case CONTAINS -> !value.isEmpty() && actual.contains(value);
            };
        }
    }

    /** What one element has to be. */
    private record Compound(
            @Nullable String type,
            @Nullable String id,
            List<String> classes,
            List<AttributeTest> tests,
            boolean root,
            boolean childOfPrevious) {

        boolean matches(SvgElement element) {
            if ((type != null && !type.equals(element.localName()))
                    || (id != null && !id.equals(element.attribute("id")))
                    || (root && element.parent() != null)) {
                return false;
            }
            for (String name : classes) {
                if (!hasClass(element.attribute("class"), name)) {
                    return false;
                }
            }
            for (AttributeTest test : tests) {
                if (!test.matches(element)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean hasClass(@Nullable String list, String name) {
            if (list == null) {
                return false;
            }
            for (int at = list.indexOf(name); at >= 0; at = list.indexOf(name, at + 1)) {
                int end = at + name.length();
                if ((at == 0 || NumberScanner.isSpace(list.charAt(at - 1)))
                        && (end == list.length() || NumberScanner.isSpace(list.charAt(end)))) {
                    return true;
                }
            }
            return false;
        }
    }

    private final List<Compound> compounds;

    private Selector(List<Compound> compounds) {
        this.compounds = List.copyOf(compounds);
    }

    /** Ids count a million, classes and attributes a thousand, types one. */
    int specificity() {
        int sum = 0;
        for (Compound c : compounds) {
            int middle = c.classes.size() + c.tests.size() + (c.root ? 1 : 0);
            sum += (c.id == null ? 0 : 1_000_000) + 1_000 * middle + (c.type == null ? 0 : 1);
        }
        return sum;
    }

    /** What every element it matches has: {@code #id}, {@code .class} or a type; {@code *} for none of them. */
    String key() {
        Compound last = compounds.get(compounds.size() - 1);
        if (last.id != null) {
            return "#" + last.id;
        }
        if (!last.classes.isEmpty()) {
            return "." + last.classes.get(0);
        }
        return last.type == null ? "*" : last.type;
    }

    boolean matches(SvgElement element) {
        return match(element, compounds.size() - 1) == Outcome.MATCH;
    }

    /** Failing altogether, when even the root was tried, saves trying the same ancestors again and again. */
    private enum Outcome {
        MATCH,
        FAIL,
        FAIL_ALTOGETHER
    }

    private Outcome match(SvgElement element, int i) {
        Compound compound = compounds.get(i);
        if (!compound.matches(element)) {
            return Outcome.FAIL;
        }
        if (i == 0) {
            return Outcome.MATCH;
        }
        SvgElement ancestor = element.parent();
        if (ancestor == null) {
            return Outcome.FAIL_ALTOGETHER;
        }
        if (compound.childOfPrevious) {
            return match(ancestor, i - 1);
        }
        while (ancestor != null) {
            Outcome outcome = match(ancestor, i - 1);
            if (outcome != Outcome.FAIL) {
                return outcome;
            }
            ancestor = ancestor.parent();
        }
        return Outcome.FAIL_ALTOGETHER;
    }

    /** Reads one selector; null when it uses anything else than the kinds above. */
    static @Nullable Selector read(String text) {
        return new Reader(text.strip()).selector();
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        @Nullable
        Selector selector() {
            List<Compound> all = new ArrayList<>();
            boolean child = false;
            while (at < text.length()) {
                Compound next = compound(child);
                if (next == null || all.size() >= LONGEST) {
                    return null;
                }
                all.add(next);
                int from = at;
                skipSpace();
                child = at < text.length() && text.charAt(at) == '>';
                if (child) {
                    at++;
                    skipSpace();
                    if (at == text.length()) {
                        return null;
                    }
                } else if (at == from && at < text.length()) {
                    return null;
                }
            }
            return all.isEmpty() ? null : new Selector(all);
        }

        private void skipSpace() {
            while (at < text.length() && NumberScanner.isSpace(text.charAt(at))) {
                at++;
            }
        }

        private @Nullable Compound compound(boolean child) {
            String type = null;
            String id = null;
            List<String> classes = new ArrayList<>(1);
            List<AttributeTest> tests = new ArrayList<>(0);
            boolean root = false;
            int from = at;
            if (text.charAt(at) == '*') {
                at++;
            } else {
                String name = name();
                type = name.isEmpty() ? null : name;
            }
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '.' || c == '#') {
                    at++;
                    String name = name();
                    if (name.isEmpty()) {
                        return null;
                    }
                    if (c == '.') {
                        classes.add(name);
                    } else {
                        id = name;
                    }
                } else if (c == '[') {
                    AttributeTest test = attributeTest();
                    if (test == null) {
                        return null;
                    }
                    tests.add(test);
                } else if (text.startsWith(":root", at)) {
                    at += 5;
                    root = true;
                } else {
                    break;
                }
            }
            return at == from ? null : new Compound(type, id, classes, tests, root, child);
        }

        /** A CSS name; a backslash takes the next character as it is. */
        private String name() {
            StringBuilder name = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '\\' && at + 1 < text.length()) {
                    name.append(text.charAt(at + 1));
                    at += 2;
                } else if (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c > 127) {
                    name.append(c);
                    at++;
                } else {
                    break;
                }
            }
            return name.toString();
        }

        private @Nullable AttributeTest attributeTest() {
            int end = text.indexOf(']', at);
            if (end < 0) {
                return null;
            }
            String inside = text.substring(at + 1, end).strip();
            at = end + 1;
            int equals = inside.indexOf('=');
            if (equals < 0) {
                return inside.isEmpty() ? null : new AttributeTest(inside, Test.PRESENT, "");
            }
            if (equals == 0) {
                return null;
            }
            String value = References.unquoted(inside.substring(equals + 1));
            char before = inside.charAt(equals - 1);
            Test test = switch (before) {
                case '~' -> Test.WORD;
                case '|' -> Test.DASH;
                case '^' -> Test.PREFIX;
                case '$' -> Test.SUFFIX;
                case '*' -> Test.CONTAINS;
                default -> Test.EQUALS;
            };
            String name = inside.substring(0, test == Test.EQUALS ? equals : equals - 1)
                    .strip();
            return new AttributeTest(name, test, value);
        }
    }
}
