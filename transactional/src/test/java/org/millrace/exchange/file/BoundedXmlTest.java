package org.millrace.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of an XML part, in which nothing that a parser holds at once is long. */
class BoundedXmlTest {
  private static final int LONG = 300_000;
  private static final int TOO_LONG = 600_000;

  @Provide
  Arbitrary<String> documents() {
    return Arbitraries.of(
            "<a b='1>2'>",
            "</a>",
            "text",
            "<!-- <c> -- ' -->",
            "<![CDATA[<x>]]]>",
            "<?p '?>",
            "<b/>")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  /** What is short passes as it is, however it is cut into pieces on the way. */
  @Property(tries = 300)
  void leavesEveryDocumentAsItIs(
      @ForAll("documents") String document, @ForAll @IntRange(min = 1, max = 9) int atOnce)
      throws IOException {
    assertThat(read(document, atOnce)).isEqualTo(document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
        "<?xml version='1.0'?><!DOCTYPE a>",
        "<a><!ELEMENT a></a>"
      })
  void refusesADocumentTypeWhereverItStands(String document) {
    assertThatThrownBy(() -> read(document, 4))
        .isInstanceOf(FileUnreadable.class)
        .hasMessage("sheet1.xml declares a document type, as no workbook does.");
  }

  /** In a comment or in text it is none. */
  @ParameterizedTest
  @ValueSource(strings = {"<!-- <!DOCTYPE a> -->", "<![CDATA[<!DOCTYPE a>]]>", "<a b='<!D'/>"})
  void leavesWhatOnlyLooksLikeADocumentType(String document) throws IOException {
    assertThat(read(document, 4)).isEqualTo(document);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<a ", "<a b='", "<!-- ", "<![CDATA[", "<?p "})
  void refusesOneRunThatIsTooLong(String begin) throws IOException {
    assertThat(read(begin + "x".repeat(LONG), 8_192)).hasSize(begin.length() + LONG);
    assertThatThrownBy(() -> read(begin + "x".repeat(TOO_LONG), 8_192))
        .isInstanceOf(FileUnreadable.class)
        .hasMessage("sheet1.xml holds a text or tag of more than 524288 characters.");
  }

  @Test
  void countsATagWithAllItsValuesAndEachRunBesideItAnew() throws IOException {
    String value = " b='" + "x".repeat(LONG) + "'";
    assertThat(read("<a" + value + "/>", 8_192)).isNotEmpty();
    assertThatThrownBy(() -> read("<a" + value + value.replace('b', 'c') + "/>", 8_192))
        .isInstanceOf(FileUnreadable.class);
    String many = ("<a>" + "x".repeat(LONG) + "</a>").repeat(4);
    assertThat(read(many, 8_192)).isEqualTo(many);
  }

  private static String read(String document, int atOnce) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] some = new char[atOnce + 1];
    try (Reader in = new BoundedXml(new StringReader(document), "sheet1.xml")) {
      for (int read = in.read(some, 1, atOnce); read >= 0; read = in.read(some, 1, atOnce)) {
        text.append(some, 1, read);
      }
    }
    return text.toString();
  }
}
