package org.millrace.bank.camt;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;

/**
 * Reads the statements of a file one after the other, so that memory holds one of them. Document
 * types and entities of their own are refused, and nothing outside the file is ever asked for.
 */
public final class CamtFile {
  private static final Set<String> STATEMENTS = Set.of("Stmt", "Rpt", "Ntfctn");
  private static final Pattern NAMESPACE = Pattern.compile("(camt\\.\\d{3}\\.\\d{3}\\.\\d{2})$");
  private static final int DEEPEST = 40;
  private static final int LONGEST_TEXT = 100_000;
  private static final int MOST_ELEMENTS = 5_000_000;
  private static final XMLInputFactory XML = factory();

  private final String file;
  private final XMLStreamReader xml;
  private int elements;

  private CamtFile(String file, InputStream in) throws XMLStreamException {
    this.file = file;
    this.xml = XML.createXMLStreamReader(in);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  /** Whether a file begins as XML does. */
  public static boolean isXml(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      byte[] first = in.readNBytes(64);
      String text = new String(first, StandardCharsets.UTF_8);
      String bare = text.replaceFirst("^\\uFEFF", "").stripLeading();
      return bare.startsWith("<") || isUtf16(first);
    }
  }

  private static boolean isUtf16(byte[] first) {
    boolean isBig = first.length > 3 && first[0] == (byte) 0xFE && first[1] == (byte) 0xFF;
    boolean isLittle = first.length > 3 && first[0] == (byte) 0xFF && first[1] == (byte) 0xFE;
    return isBig && first[3] == '<' || isLittle && first[2] == '<';
  }

  /**
   * Tells each statement, report and notification of a file.
   *
   * @param name how the file is called in refusals
   * @throws Refused when it is no such message, naming the place
   */
  public static void read(Path file, String name, Consumer<CamtStatement> each) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      new CamtFile(name, in).read(each);
    } catch (XMLStreamException e) {
      throw damaged(name, e);
    }
  }

  private static Refused damaged(String name, XMLStreamException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    Refused refused =
        Refused.invalid(
            name + " is not well-formed XML",
            List.of(
                new Problem(
                    "line " + line,
                    "damaged or cut off",
                    "the whole file as the bank sent it: get it again")));
    refused.initCause(e);
    return refused;
  }

  private void read(Consumer<CamtStatement> each) throws XMLStreamException {
    Optional<String> message = Optional.empty();
    String root = "";
    int found = 0;
    while (xml.hasNext()) {
      int event = next();
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (root.isEmpty()) {
        root = xml.getLocalName();
        message = message(xml.getNamespaceURI());
      }
      if (STATEMENTS.contains(xml.getLocalName())) {
        elements = 0;
        String told = message.orElseThrow(() -> isOther(""));
        each.accept(new ReadStatement(file, told).of(element(0)));
        found++;
      }
    }
    if (message.isEmpty() || found == 0) {
      throw isOther(message.orElse(root));
    }
  }

  private static Optional<String> message(String namespace) {
    Matcher matcher = NAMESPACE.matcher(namespace == null ? "" : namespace);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private Refused isOther(String what) {
    return Refused.invalid(
        file + " cannot be read as bank statements",
        List.of(
            new Problem(
                "Document",
                what,
                "camt.052, camt.053 or camt.054 with a statement, report or notification inside")));
  }

  private int next() throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw refused("declares a document type or an entity", "none, as no bank needs them");
    }
    return event;
  }

  private Refused refused(String what, String expected) {
    return Refused.invalid(
        file + " cannot be read",
        List.of(new Problem("line " + xml.getLocation().getLineNumber(), what, expected)));
  }

  /** The element that begins here, with all inside. */
  private Element element(int depth) throws XMLStreamException {
    if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
      throw refused("is nested or long beyond measure", "a statement of one account");
    }
    Element element =
        new Element(
            xml.getLocalName(),
            Optional.ofNullable(xml.getAttributeValue(null, "Ccy")),
            xml.getLocation().getLineNumber());
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        element.add(element(depth + 1));
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        return element;
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        if (element.append(xml.getText()) > LONGEST_TEXT) {
          throw refused("holds a text of more than " + LONGEST_TEXT + " characters", "less");
        }
      }
    }
  }
}
