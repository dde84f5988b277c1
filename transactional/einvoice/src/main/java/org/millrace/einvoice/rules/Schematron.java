package org.millrace.einvoice.rules;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XsltExecutable;
import org.jspecify.annotations.Nullable;
import org.millrace.einvoice.rules.Finding.Severity;
import org.millrace.einvoice.xml.Element;
import org.millrace.einvoice.xml.ReadXml;

/**
 * A published set of rules, compiled at its first use (some seconds) and kept. Threads share it.
 */
enum Schematron {
  EN_16931_UBL("external/schematron/1.3.16/ubl/EN16931-UBL-validation.xslt"),
  EN_16931_CII("external/schematron/1.3.16/cii/EN16931-CII-validation.xslt"),
  XRECHNUNG_UBL("external/schematron/3.0.2/XRechnung-UBL-validation.xslt"),
  XRECHNUNG_CII("external/schematron/3.0.2/XRechnung-CII-validation.xslt");

  /** A step of a path as the report writes it, with the namespace in a condition. */
  private static final Pattern STEP =
      Pattern.compile("\\*:(\\w+)\\[namespace-uri\\(\\)='[^']*'\\]");

  private static final Pattern PREFIX = Pattern.compile("^\\s*\\[[^\\]]*\\]\\s*-?\\s*");

  private final String resource;
  private final Compiled compiled = new Compiled();

  Schematron(String resource) {
    this.resource = resource;
  }

  /** What the rules say of a document, in the order of the report. */
  List<Finding> check(byte[] xml) {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    try {
      XsltExecutable rules = compiled.of(this);
      Serializer serializer = rules.getProcessor().newSerializer(report);
      rules.load30().transform(new StreamSource(new ByteArrayInputStream(xml)), serializer);
    } catch (SaxonApiException e) {
      throw new IllegalStateException("The rules " + resource + " cannot be applied", e);
    }
    return ReadXml.read(report.toByteArray()).all("svrl:failed-assert").stream()
        .map(Schematron::finding)
        .toList();
  }

  private static Finding finding(Element failed) {
    String text = failed.text("svrl:text").orElse("").replaceAll("\\s+", " ");
    return new Finding(
        failed.attribute("id").orElse("unnamed"),
        severity(failed.attribute("flag").or(() -> failed.attribute("role")).orElse("fatal")),
        PREFIX.matcher(text).replaceFirst(""),
        STEP.matcher(failed.attribute("location").orElse("/")).replaceAll("$1"));
  }

  private static Severity severity(String flag) {
    String said = flag.toLowerCase(Locale.ROOT);
    if (said.startsWith("warn")) {
      return Severity.WARNING;
    }
    return said.startsWith("info") ? Severity.INFORMATION : Severity.ERROR;
  }

  /** The compiled rules, once somebody asked for them. */
  private static final class Compiled {
    private volatile @Nullable XsltExecutable kept;

    synchronized XsltExecutable of(Schematron set) throws SaxonApiException {
      XsltExecutable known = kept;
      if (known == null) {
        URL url =
            Objects.requireNonNull(
                Schematron.class.getClassLoader().getResource(set.resource), set.resource);
        known = new Processor(false).newXsltCompiler().compile(new StreamSource(url.toString()));
        kept = known;
      }
      return known;
    }
  }
}
