package dev.voicebot.reading;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A document of the Speech Synthesis Markup Language, which comes from anywhere and goes to native code: espeak opens the
 * files that it names, says what it can make of a broken one, and crashes with some.
 */
final class Ssml {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl"; // nor other files
    private static final String LANGUAGE = "http://apache.org/xml/properties/locale";

    private Ssml() {}

    /**
     * The document written again, of what voices know and nothing else: no comments, no CDATA, no instructions.
     *
     * @throws AssistantException USAGE with the line and what is wrong there, when it is not well-formed or has an element
     *     that no voice knows
     */
    static String safe(String document) {
        SsmlWriter writer = new SsmlWriter();
        try {
            parser().parse(new InputSource(new StringReader(document)), writer);
            return writer.document();
        } catch (SAXParseException e) {
            throw new AssistantException(
                    FaultKind.USAGE,
                    tr("The SSML is not well-formed in line %s: %s", e.getLineNumber(), e.getMessage()),
                    e);
        } catch (SAXException e) { // of a document that confuses the parser
            throw new AssistantException(FaultKind.USAGE, tr("The SSML is not well-formed."), e);
        } catch (IOException | ParserConfigurationException e) {
            throw new AssistantException(FaultKind.FAILED, tr("Cannot check the SSML. See the log."), e);
        }
    }

    private static SAXParser parser() throws SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setFeature(NO_DOCTYPE, true);
        SAXParser parser = factory.newSAXParser();
        parser.setProperty(LANGUAGE, Locale.ROOT); // for English, the user's own would be taken
        return parser;
    }
}
