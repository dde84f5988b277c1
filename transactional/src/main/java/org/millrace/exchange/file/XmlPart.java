package org.millrace.exchange.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A part of a workbook, read element by element in bounded memory. Names are local names. */
final class XmlPart implements AutoCloseable {
  private static final int DEEPEST = 64;
  private static final int MOST_NAMES = 2_000;
  private static final XMLInputFactory XML = factory();

  private final String part;
  private final InputStream in;
  private final XMLStreamReader xml;
  private final Set<String> names = new HashSet<>();
  private int depth;

  XmlPart(InputStream in, String part) {
    this.in = in;
    this.part = part;
    var text =
        new InputStreamReader(
            in, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
    try {
      xml = XML.createXMLStreamReader(new BoundedXml(text, part));
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** Goes to the next start or end of an element, or text; false at the end of the part. */
  boolean next() {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          entered();
          return true;
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
          return true;
        }
        if (isText()) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  /** Goes to the next start of that element, false when there is none. */
  boolean nextStart(String name) {
    while (next()) {
      if (isStart(name)) {
        return true;
      }
    }
    return false;
  }

  private void entered() {
    note(xml.getLocalName());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      note(xml.getAttributeLocalName(i));
    }
    if (++depth > DEEPEST || names.size() > MOST_NAMES) {
      throw new FileUnreadable(part + " is not a part as spreadsheets write it.");
    }
  }

  private void note(String name) {
    if (names.size() <= MOST_NAMES) {
      names.add(name);
    }
  }

  boolean isStart(String name) {
    return xml.isStartElement() && xml.getLocalName().equals(name);
  }

  boolean isEnd(String name) {
    return xml.isEndElement() && xml.getLocalName().equals(name);
  }

  boolean isText() {
    int event = xml.getEventType();
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  void appendText(StringBuilder to) {
    to.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  /** The value of an attribute, whatever its namespace. */
  Optional<String> attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return Optional.of(xml.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  /** The value of an attribute of a namespace whose name ends so. */
  Optional<String> attribute(String namespaceEnd, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = xml.getAttributeNamespace(i);
      if (xml.getAttributeLocalName(i).equals(name)
          && namespace != null
          && namespace.endsWith(namespaceEnd)) {
        return Optional.of(xml.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  private FileUnreadable damaged(XMLStreamException cause) {
    return new FileUnreadable(part + " is damaged. Save the workbook again and repeat.", cause);
  }

  @Override
  public void close() {
    try {
      xml.close();
      in.close();
    } catch (XMLStreamException | IOException e) {
      throw new UncheckedIOException("Closing " + part, new IOException(e));
    }
  }
}
