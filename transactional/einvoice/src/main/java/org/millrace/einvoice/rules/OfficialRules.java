package org.millrace.einvoice.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.millrace.einvoice.EInvoiceFile;
import org.millrace.einvoice.xml.Element;
import org.millrace.einvoice.xml.ReadXml;

/**
 * Checks a file by the schema of its syntax, the rules of EN 16931 and, where the file says that it
 * keeps them, those of XRechnung. What breaks the schema is not asked further: the rules suppose
 * it.
 */
public final class OfficialRules {
  /**
   * Rules of EN 16931 that the extension of XRechnung widens (its BR-DEX rules take their place):
   * codes of its own, further types of files, payments by third parties.
   */
  private static final Set<String> WIDENED =
      Set.of("BR-CL-10", "BR-CL-11", "BR-CL-21", "BR-CL-24", "BR-CL-25", "BR-CL-26", "BR-CO-16");

  private OfficialRules() {}

  /** What the rules say; none of it an error where the document is right. */
  public static List<Finding> check(byte[] xml) {
    Element root = ReadXml.read(xml);
    EInvoiceFile.Syntax syntax = EInvoiceFile.syntax(root);
    List<Finding> findings = new ArrayList<>(schema(root, syntax).check(xml));
    if (findings.stream().anyMatch(Finding::isError)) {
      return List.copyOf(findings);
    }
    boolean isUbl = syntax == EInvoiceFile.Syntax.UBL;
    findings.addAll((isUbl ? Schematron.EN_16931_UBL : Schematron.EN_16931_CII).check(xml));
    if (EInvoiceFile.process(root).isXRechnung()) {
      findings.addAll((isUbl ? Schematron.XRECHNUNG_UBL : Schematron.XRECHNUNG_CII).check(xml));
    }
    return EInvoiceFile.process(root).isExtended()
        ? findings.stream().map(OfficialRules::ofExtension).toList()
        : List.copyOf(findings);
  }

  private static Finding ofExtension(Finding finding) {
    return finding.isError() && WIDENED.contains(finding.rule())
        ? new Finding(finding.rule(), Finding.Severity.WARNING, finding.text(), finding.place())
        : finding;
  }

  private static Schemas schema(Element root, EInvoiceFile.Syntax syntax) {
    if (syntax == EInvoiceFile.Syntax.CII) {
      return Schemas.CII;
    }
    return root.name().equals("cn:CreditNote") ? Schemas.UBL_CREDIT_NOTE : Schemas.UBL_INVOICE;
  }
}
