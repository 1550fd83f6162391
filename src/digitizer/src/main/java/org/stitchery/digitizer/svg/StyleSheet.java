package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stitchery.embroidery.model.Finding.Severity;

/** The rules of all style elements together, found by what the last part of their selector asks for. */
final class StyleSheet {

    /** One selector with its declarations; later rules win over earlier ones of the same weight. */
    record Rule(Selector selector, int specificity, int order, List<CssBlock.Declaration> declarations) {}

    private static final Comparator<Rule> WEIGHT =
            Comparator.comparingInt(Rule::specificity).thenComparingInt(Rule::order);

    private static final int DEEPEST = 8;

    private final Map<String, List<Rule>> byKey = new HashMap<>();
    private final int ruleLimit;
    private final FindingList findings;
    private final List<FontFace> fontFaces = new ArrayList<>();
    private int rules;

    private StyleSheet(int ruleLimit, FindingList findings) {
        this.ruleLimit = ruleLimit;
        this.findings = findings;
    }

    /** @throws IntakeException for more rules than the limit */
    static StyleSheet read(String css, int ruleLimit, FindingList findings) {
        StyleSheet sheet = new StyleSheet(ruleLimit, findings);
        String text = sheet.withoutComments(css);
        for (String url : References.urls(text)) {
            if (References.isExternal(url)) {
                sheet.external();
            }
        }
        sheet.rules(text, 0);
        return sheet;
    }

    static IntakeException tooLarge() {
        return new IntakeException(
                RefusalCode.E_STYLE_LIMIT,
                "The drawing's style sheet is too large."
                        + " Export it with presentation attributes instead of a style sheet.");
    }

    /** The rules that match, weakest first. */
    List<Rule> matching(SvgElement element) {
        if (byKey.isEmpty()) {
            return List.of();
        }
        List<Rule> found = new ArrayList<>(2);
        collect("*", element, found);
        collect(element.localName(), element, found);
        String id = element.attribute("id");
        if (id != null) {
            collect("#" + id, element, found);
        }
        String classes = element.attribute("class");
        if (classes != null) {
            for (String name : classes.strip().split("\\s+")) {
                collect("." + name, element, found);
            }
        }
        found.sort(WEIGHT);
        return found;
    }

    private void collect(String key, SvgElement element, List<Rule> found) {
        for (Rule rule : byKey.getOrDefault(key, List.of())) {
            if (rule.selector.matches(element) && !found.contains(rule)) {
                found.add(rule);
            }
        }
    }

    private String withoutComments(String css) {
        StringBuilder out = new StringBuilder(css.length());
        int at = 0;
        while (true) {
            int open = css.indexOf("/*", at);
            if (open < 0) {
                out.append(css, at, css.length());
                break;
            }
            out.append(css, at, open).append(' ');
            int close = css.indexOf("*/", open + 2);
            if (close < 0) {
                broken();
                break;
            }
            at = close + 2;
        }
        return out.toString().replace("<!--", " ").replace("-->", " ");
    }

    private void rules(String text, int depth) {
        int at = 0;
        while (at < text.length()) {
            int brace = indexOutsideQuotes(text, '{', at);
            String lead = text.substring(at, Math.min(brace, text.length())).strip();
            if (lead.startsWith("@")) {
                int semicolon = indexOutsideQuotes(text, ';', at, brace);
                if (semicolon < brace) {
                    statement(text.substring(at, semicolon).strip());
                    at = semicolon + 1;
                    continue;
                }
            }
            if (brace >= text.length()) {
                if (!lead.isEmpty()) {
                    if (lead.startsWith("@")) {
                        statement(lead);
                    } else {
                        broken();
                    }
                }
                return;
            }
            int end = blockEnd(text, brace);
            String body = text.substring(brace + 1, Math.min(end, text.length()));
            if (end >= text.length()) {
                broken();
            }
            if (lead.startsWith("@")) {
                atBlock(lead, body, depth);
            } else {
                rule(lead, body);
            }
            at = end + 1;
        }
    }

    private void statement(String statement) {
        if (statement.toLowerCase(Locale.ROOT).startsWith("@import")) {
            external();
        }
    }

    private void atBlock(String lead, String body, int depth) {
        String lower = lead.toLowerCase(Locale.ROOT);
        if (lower.startsWith("@media")) {
            String condition = lower.substring(6).strip();
            if (depth < DEEPEST && (condition.equals("all") || condition.equals("screen"))) {
                rules(body, depth + 1);
            } else if (!condition.contains("print") && !condition.contains("prefers-color-scheme")) {
                unsupported();
            }
        } else if (lower.startsWith("@font-face")) {
            fontFace(body);
        } else if (!lower.contains("keyframes") && !lower.startsWith("@page")) {
            unsupported();
        }
    }

    private void fontFace(String body) {
        String family = "";
        String weight = "";
        String style = "";
        String source = "";
        for (CssBlock.Declaration declaration : CssBlock.read(body, this::broken)) {
            switch (declaration.name()) {
                case "font-family" -> family = declaration.value();
                case "font-weight" -> weight = declaration.value();
                case "font-style" -> style = declaration.value();
                case "src" -> source = declaration.value();
                default -> {}
            }
        }
        List<String> names = FontBook.families(family);
        if (!names.isEmpty()) {
            fontFaces.add(new FontFace(names.get(0), FontBook.isBold(weight), FontBook.isSlanted(style), source));
        }
    }

    /** Fonts that the drawing brings along, or says where to get. */
    List<FontFace> fontFaces() {
        return fontFaces;
    }

    private void rule(String selectors, String body) {
        List<CssBlock.Declaration> declarations = CssBlock.read(body, this::broken);
        CssBlock.split(selectors, ',', text -> {
            if (++rules > ruleLimit) {
                throw tooLarge();
            }
            Selector selector = Selector.read(text);
            if (selector == null) {
                if (!neverMatches(text)) {
                    unsupported();
                }
                return;
            }
            byKey.computeIfAbsent(selector.key(), k -> new ArrayList<>(1))
                    .add(new Rule(selector, selector.specificity(), rules, declarations));
        });
    }

    /** States that a drawing at rest is never in. */
    private static boolean neverMatches(String selector) {
        return selector.contains(":hover") || selector.contains(":active") || selector.contains(":focus");
    }

    private static int indexOutsideQuotes(String text, char wanted, int from) {
        return indexOutsideQuotes(text, wanted, from, text.length());
    }

    /** The text's length when it is not before {@code end}. */
    private static int indexOutsideQuotes(String text, char wanted, int from, int end) {
        char quote = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == wanted) {
                return i;
            }
        }
        return text.length();
    }

    private static int blockEnd(String text, int openBrace) {
        int nested = 0;
        char quote = 0;
        for (int i = openBrace; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{') {
                nested++;
            } else if (c == '}' && --nested == 0) {
                return i;
            }
        }
        return text.length();
    }

    private void external() {
        findings.about(
                Severity.WARNING,
                FindingCode.EXTERNAL_REF,
                "The style sheet refers to something outside the file, which is never loaded.");
    }

    private void unsupported() {
        findings.about(
                Severity.WARNING,
                FindingCode.UNSUPPORTED_STYLE,
                "Some rules of the style sheet are of a kind that is not read; colours may differ."
                        + " Export the drawing with presentation attributes.");
    }

    private void broken() {
        findings.about(
                Severity.WARNING,
                FindingCode.UNSUPPORTED_STYLE,
                "Some styles of the drawing are broken and are left out; colours may differ.");
    }
}
