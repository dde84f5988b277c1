package org.millrace.einvoice.xml;

import java.util.Map;

/** The short names of the namespaces that electronic invoices are written in. */
final class Namespaces {
  private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
  private static final String CII = "urn:un:unece:uncefact:data:standard:";

  static final Map<String, String> PREFIXES =
      Map.of(
          UBL + "Invoice-2",
          "inv",
          UBL + "CreditNote-2",
          "cn",
          UBL + "CommonAggregateComponents-2",
          "cac",
          UBL + "CommonBasicComponents-2",
          "cbc",
          UBL + "CommonExtensionComponents-2",
          "ext",
          CII + "CrossIndustryInvoice:100",
          "rsm",
          CII + "ReusableAggregateBusinessInformationEntity:100",
          "ram",
          CII + "UnqualifiedDataType:100",
          "udt",
          CII + "QualifiedDataType:100",
          "qdt",
          "http://purl.oclc.org/dsdl/svrl",
          "svrl");

  private Namespaces() {}
}
