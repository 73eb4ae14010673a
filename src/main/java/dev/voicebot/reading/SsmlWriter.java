package dev.voicebot.reading;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/** Writes a document of the elements that voices know, and refuses others. */
final class SsmlWriter extends DefaultHandler {
    private static final int DEEPEST = 12; // elements in one another; espeak keeps 20
    private static final int LONGEST_VALUE = 500; // characters
    private static final double LONGEST_BREAK = 60; // seconds
    private static final Pattern TIME = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)(ms|s)");
    private static final Pattern VOICE =
            Pattern.compile("[\\p{L}\\p{N}_+. -]{1,80}"); // no path into the voices' folder
    private static final Pattern ADDRESS = Pattern.compile("https?://.+"); // fetched by the service, never here

    /** Of the standard and of CosyVoice; each with its attributes that name something. */
    private static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            Map.entry("speak", Set.of("bgm")),
            Map.entry("p", Set.of()),
            Map.entry("s", Set.of()),
            Map.entry("break", Set.of()),
            Map.entry("sub", Set.of()),
            Map.entry("say-as", Set.of()),
            Map.entry("phoneme", Set.of()),
            Map.entry("prosody", Set.of()),
            Map.entry("emphasis", Set.of()),
            Map.entry("lang", Set.of()),
            Map.entry("voice", Set.of()),
            Map.entry("mark", Set.of()),
            Map.entry("soundEvent", Set.of("src")));

    private static final Set<String> REFERENCES = Set.of("src", "bgm", "href", "uri", "xml:base", "xlink:href");

    private final StringBuilder out = new StringBuilder();
    private @Nullable Locator place;
    private int depth;
    private boolean open; // the last tag may still become an empty element

    String document() {
        return out.toString();
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        place = locator;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        Set<String> references = ELEMENTS.get(name);
        require(references != null, tr("<%s> is not a supported element", name));
        require(++depth <= DEEPEST, tr("more than %s elements are nested", DEEPEST));
        close();
        out.append('<').append(name);
        for (int i = 0; i < attributes.getLength(); i++) {
            String key = attributes.getQName(i);
            String value = attributes.getValue(i);
            check(name, key, value, references == null ? Set.of() : references);
            out.append(' ')
                    .append(key)
                    .append("=\"")
                    .append(escaped(value).replace("\"", "&quot;"))
                    .append('"');
        }
        open = true;
    }

    private void check(String element, String key, String value, Set<String> references) {
        require(value.length() <= LONGEST_VALUE, tr("%s is longer than %s characters", key, LONGEST_VALUE));
        if (REFERENCES.contains(key)) {
            require(
                    references.contains(key) && ADDRESS.matcher(value).matches(),
                    tr("<%s> cannot name a file in %s", element, key));
        }
        if (element.equals("voice") && key.equals("name")) {
            require(
                    VOICE.matcher(value).matches() && !value.contains(".."),
                    tr("'%s' is not a valid voice name", value));
        }
        if (element.equals("break") && key.equals("time")) {
            require(isShort(value), tr("a break is at most %ss, got %s", (int) LONGEST_BREAK, value));
        }
    }

    private static boolean isShort(String time) {
        Matcher matcher = TIME.matcher(time.strip());
        if (!matcher.matches()) {
            return false;
        }
        double number = Double.parseDouble(matcher.group(1));
        return (matcher.group(2).equals("s") ? number : number / 1000) <= LONGEST_BREAK;
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        depth--;
        if (open) {
            out.append("/>");
            open = false;
        } else {
            out.append("</").append(name).append('>');
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        close();
        out.append(escaped(new String(text, start, length)));
    }

    private void close() {
        if (open) {
            out.append('>');
            open = false;
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void require(boolean fine, String complaint) {
        if (!fine) {
            throw new AssistantException(
                    FaultKind.USAGE,
                    place == null
                            ? tr("The SSML cannot be spoken: %s.", complaint)
                            : tr("The SSML cannot be spoken in line %d: %s.", place.getLineNumber(), complaint));
        }
    }
}
