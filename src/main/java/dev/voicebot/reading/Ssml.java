package dev.voicebot.reading;

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
import org.xml.sax.helpers.DefaultHandler;

/** A document of the Speech Synthesis Markup Language; espeak would say what it can make of a broken one. */
final class Ssml {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl"; // nor other files
    private static final String LANGUAGE = "http://apache.org/xml/properties/locale";

    private Ssml() {}

    /**
     * Refuses what is no well-formed XML.
     *
     * @throws AssistantException USAGE with the line and what is wrong there
     */
    static void check(String document) {
        try {
            parser().parse(new InputSource(new StringReader(document)), new DefaultHandler());
        } catch (SAXParseException e) {
            throw new AssistantException(
                    FaultKind.USAGE,
                    "the SSML is not well-formed in line " + e.getLineNumber() + ": " + e.getMessage(),
                    e);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssistantException(FaultKind.FAILED, "cannot check the SSML: " + e.getMessage(), e);
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
