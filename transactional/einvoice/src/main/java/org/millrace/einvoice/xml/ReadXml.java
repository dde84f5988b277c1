package org.millrace.einvoice.xml;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.millrace.einvoice.EInvoiceRefused;

/**
 * Reads XML into a tree. A document type is refused, and with it every entity of its own, so that a
 * small file cannot grow (a "billion laughs") nor fetch what lies elsewhere.
 */
public final class ReadXml {
  private static final int DEEPEST = 60;
  private static final int MOST_ELEMENTS = 2_000_000;

  private final XMLStreamReader reader;
  private final Deque<Open> open = new ArrayDeque<>();
  private int elements;

  private ReadXml(XMLStreamReader reader) {
    this.reader = reader;
  }

  /** The root element of the bytes. */
  public static Element read(byte[] xml) {
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(xml));
      try {
        return new ReadXml(reader).root();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw new EInvoiceRefused("The file is no XML that can be read: " + said(e), e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private static String said(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int at = message.indexOf("Message: ");
    String text = at < 0 ? message : message.substring(at + "Message: ".length());
    return e.getLocation() == null || e.getLocation().getLineNumber() < 0
        ? text
        : "line " + e.getLocation().getLineNumber() + ": " + text;
  }

  private Element root() throws XMLStreamException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new EInvoiceRefused(
                "The file declares a document type or entities, which no invoice needs.");
        case XMLStreamConstants.START_ELEMENT -> start();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty()) {
            open.element().text.append(reader.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          Element ended = open.remove().close();
          if (open.isEmpty()) {
            return ended;
          }
          open.element().children.add(ended);
        }
        default -> {}
      }
    }
    throw new EInvoiceRefused("The file holds no element.");
  }

  private void start() {
    elements++;
    if (elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
      throw new EInvoiceRefused(
          "The file holds more than %,d elements or nests deeper than %d."
              .formatted(MOST_ELEMENTS, DEEPEST));
    }
    String space = String.valueOf(reader.getNamespaceURI());
    String prefix = Namespaces.PREFIXES.getOrDefault(space, "{" + space + "}");
    Open started = new Open(prefix + ":" + reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      started.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    open.push(started);
  }

  /** An element whose end is not reached yet. */
  private static final class Open {
    private final String name;
    private final Map<String, String> attributes = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Element> children = new ArrayList<>();

    Open(String name) {
      this.name = name;
    }

    Element close() {
      return new Element(name, attributes, text.toString().strip(), children);
    }
  }
}
