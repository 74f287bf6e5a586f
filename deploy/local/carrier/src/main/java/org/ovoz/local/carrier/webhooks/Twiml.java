package org.ovoz.local.carrier.webhooks;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads what an application answered. */
public final class Twiml {
    private Twiml() {}

    /** The verbs within {@code <Response>}; empty if the text is no such document. */
    public static Optional<List<Element>> verbs(String document) {
        if (document.isBlank()) {
            return Optional.of(List.of());
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new org.xml.sax.helpers.DefaultHandler());
            Element root = builder.parse(new InputSource(new StringReader(document.strip())))
                    .getDocumentElement();
            return "Response".equals(root.getTagName()) ? Optional.of(children(root)) : Optional.empty();
        } catch (SAXException | IOException unreadable) {
            return Optional.empty();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<Element> children(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    public static String attribute(Element element, String name, String otherwise) {
        return element.hasAttribute(name) ? element.getAttribute(name) : otherwise;
    }

    /** A URL in a document is relative to the document's own. One that is none stays as it is, and its request fails. */
    public static String resolve(String base, String url) {
        int hash = base.indexOf('#');
        try {
            return URI.create(hash < 0 ? base : base.substring(0, hash))
                    .resolve(url.strip())
                    .toString();
        } catch (IllegalArgumentException notAUrl) {
            return url.strip();
        }
    }

    /** An attribute that is a number of seconds or of digits; what cannot be read counts as absent. */
    public static int number(Element element, String name, int otherwise) {
        String text = element.getAttribute(name).strip();
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}
