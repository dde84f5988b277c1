package org.millrace.paper.received;

import java.util.ArrayList;
import java.util.List;
import org.millrace.einvoice.EInvoice;
import org.millrace.einvoice.EInvoiceFile;
import org.millrace.einvoice.EInvoiceRefused;
import org.millrace.einvoice.FiguresOf;
import org.millrace.einvoice.arithmetic.CheckArithmetic;
import org.millrace.einvoice.pdf.HybridPdf;
import org.millrace.einvoice.rules.Finding;
import org.millrace.einvoice.rules.OfficialRules;
import org.millrace.einvoice.xml.ReadXml;
import org.millrace.paper.EInvoice.Format;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** What a file holds, and what the rules say of it. */
record FileContent(EInvoice invoice, Format format, List<Finding> findings) {
  private static final String TITLE = "The file cannot be read as an electronic invoice";

  FileContent {
    findings = List.copyOf(findings);
  }

  /**
   * Reads and checks a file.
   *
   * @throws Refused as invalid when it is no invoice, or lacks what every invoice has; the rules
   *     that it breaks are named
   */
  static FileContent of(byte[] file) {
    try {
      boolean isPdf = HybridPdf.isPdf(file);
      byte[] xml = isPdf ? HybridPdf.xml(file) : file;
      List<Finding> findings = OfficialRules.check(xml);
      EInvoice invoice = read(xml, findings);
      List<Finding> all = new ArrayList<>(findings);
      CheckArithmetic.broken(FiguresOf.invoice(invoice)).stream()
          .filter(rule -> findings.stream().noneMatch(one -> one.rule().equals(rule)))
          .map(FileContent::inexact)
          .forEach(all::add);
      return new FileContent(invoice, isPdf ? Format.PDF : format(xml), all);
    } catch (EInvoiceRefused e) {
      throw new Problems().add("file", "", String.valueOf(e.getMessage())).refused(TITLE);
    }
  }

  private static Format format(byte[] xml) {
    return switch (EInvoiceFile.syntax(ReadXml.read(xml))) {
      case UBL -> Format.UBL;
      case CII -> Format.CII;
    };
  }

  private static EInvoice read(byte[] xml, List<Finding> findings) {
    try {
      return EInvoiceFile.read(xml);
    } catch (EInvoiceRefused e) {
      Problems problems = new Problems();
      findings.stream()
          .filter(Finding::isError)
          .forEach(one -> problems.add(one.place(), one.rule(), one.text()));
      if (problems.isEmpty()) {
        throw e;
      }
      throw problems.refused(TITLE);
    }
  }

  /** What the official rules let pass by a unit of the last decimal is told. */
  private static Finding inexact(String rule) {
    return new Finding(
        rule,
        Finding.Severity.WARNING,
        "By exact arithmetic the figures differ; the official check allows for it.",
        "/");
  }

  boolean isRight() {
    return findings.stream().noneMatch(Finding::isError);
  }
}
