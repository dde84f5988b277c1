package org.millrace.einvoice.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.millrace.einvoice.rules.Finding.Severity;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The schemas of the syntaxes, read at their first use and kept. */
enum Schemas {
  UBL_INVOICE(
      "schemas/xmldsig-core-schema.xsd",
      "schemas/XAdES01903v132-201601.xsd",
      "schemas/XAdES01903v141-201601.xsd",
      "schemas/CCTS_CCT_SchemaModule.xsd",
      "external/schemas/ubl21/maindoc/UBL-Invoice-2.1.xsd"),
  UBL_CREDIT_NOTE(
      "schemas/xmldsig-core-schema.xsd",
      "schemas/XAdES01903v132-201601.xsd",
      "schemas/XAdES01903v141-201601.xsd",
      "schemas/CCTS_CCT_SchemaModule.xsd",
      "external/schemas/ubl21/maindoc/UBL-CreditNote-2.1.xsd"),
  CII("external/schemas/d16b/data/standard/CrossIndustryInvoice_100pD16B.xsd");

  /** What a finding of a schema names in the place of a rule. */
  static final String RULE = "schema";

  private static final int MOST = 20;

  private final List<String> resources;
  private @Nullable Schema kept;

  Schemas(String... resources) {
    this.resources = List.of(resources);
  }

  /** Where a document breaks its schema; the first twenty places. */
  List<Finding> check(byte[] xml) {
    List<Finding> findings = new ArrayList<>();
    try {
      Validator validator = schema().newValidator();
      validator.setErrorHandler(new Collecting(findings));
      validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
    } catch (SAXException e) {
      if (findings.isEmpty()) {
        findings.add(new Finding(RULE, Severity.ERROR, String.valueOf(e.getMessage()), "/"));
      }
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory cannot be read", e);
    }
    return findings.stream().limit(MOST).toList();
  }

  private synchronized Schema schema() throws SAXException {
    Schema known = kept;
    if (known == null) {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "file,jar:file");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file,jar:file");
      known = factory.newSchema(resources.stream().map(Schemas::source).toArray(Source[]::new));
      kept = known;
    }
    return known;
  }

  private static Source source(String resource) {
    return new StreamSource(
        Objects.requireNonNull(Schemas.class.getClassLoader().getResource(resource), resource)
            .toString());
  }

  /** Keeps what a validator says and lets it go on. */
  private record Collecting(List<Finding> findings) implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      add(e, Severity.WARNING);
    }

    @Override
    public void error(SAXParseException e) {
      add(e, Severity.ERROR);
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      add(e, Severity.ERROR);
      throw e;
    }

    private void add(SAXParseException e, Severity severity) {
      findings.add(
          new Finding(
              RULE,
              severity,
              String.valueOf(e.getMessage()),
              "line " + e.getLineNumber() + ", column " + e.getColumnNumber()));
    }
  }
}
