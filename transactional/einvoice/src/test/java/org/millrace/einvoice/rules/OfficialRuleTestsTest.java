package org.millrace.einvoice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.millrace.einvoice.GivenInvoices;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The tests that come with the official rules: right and wrong fragments, and the rule of each. */
class OfficialRuleTestsTest {
  private static final String SPACE = "http://difi.no/xsd/vefa/validator/1.0";

  @TestFactory
  Stream<DynamicTest> namesTheRuleOfEachFragment() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : GivenInvoices.files().entrySet()) {
      if (file.getKey().matches("test/(\\w+-unit-UBL|cii)/.*")) {
        Schematron rules =
            file.getKey().startsWith("test/cii")
                ? Schematron.EN_16931_CII
                : Schematron.EN_16931_UBL;
        List<Element> cases = children(parsed(file.getValue()), "test");
        assertThat(cases).as(file.getKey()).isNotEmpty();
        for (int i = 0; i < cases.size(); i++) {
          Element one = cases.get(i);
          tests.add(
              DynamicTest.dynamicTest(file.getKey() + " " + (i + 1), () -> keeps(one, rules)));
        }
      }
    }
    return tests.stream();
  }

  private static void keeps(Element test, Schematron rules) throws Exception {
    Element asserted = children(test, "assert").get(0);
    Element document =
        all(test.getChildNodes())
            .filter(one -> !SPACE.equals(one.getNamespaceURI()))
            .findFirst()
            .orElseThrow();
    List<Finding> findings = rules.check(bytes(document));
    for (Element wrong : children(asserted, "error")) {
      assertThat(findings)
          .filteredOn(Finding::isError)
          .extracting(Finding::rule)
          .contains(wrong.getTextContent().strip());
    }
    for (Element right : children(asserted, "success")) {
      assertThat(findings).extracting(Finding::rule).doesNotContain(right.getTextContent().strip());
    }
    for (Finding finding : findings) {
      assertThat(finding.text()).isNotBlank();
      assertThat(finding.place()).startsWith("/").doesNotContain("namespace-uri");
    }
  }

  private static Element parsed(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
  }

  private static byte[] bytes(Element element) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TransformerFactory.newDefaultInstance()
        .newTransformer()
        .transform(new DOMSource(element), new StreamResult(out));
    return out.toByteArray();
  }

  private static List<Element> children(Element parent, String name) {
    return all(parent.getChildNodes()).filter(one -> name.equals(one.getLocalName())).toList();
  }

  private static Stream<Element> all(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .<Node>mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }
}
