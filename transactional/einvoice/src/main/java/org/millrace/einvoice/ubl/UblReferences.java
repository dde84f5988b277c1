package org.millrace.einvoice.ubl;

import java.util.Map;
import org.millrace.einvoice.References.Kind;

/** Where UBL has the references that stand in a place of their own. */
final class UblReferences {
  static final Map<Kind, String> PATHS =
      Map.of(
          Kind.BUYER_REFERENCE, "cbc:BuyerReference",
          Kind.PROJECT, "cac:ProjectReference/cbc:ID",
          Kind.CONTRACT, "cac:ContractDocumentReference/cbc:ID",
          Kind.ORDER, "cac:OrderReference/cbc:ID",
          Kind.SALES_ORDER, "cac:OrderReference/cbc:SalesOrderID",
          Kind.RECEIVING_ADVICE, "cac:ReceiptDocumentReference/cbc:ID",
          Kind.DESPATCH_ADVICE, "cac:DespatchDocumentReference/cbc:ID",
          Kind.TENDER, "cac:OriginatorDocumentReference/cbc:ID",
          Kind.BUYER_ACCOUNTING, "cbc:AccountingCost");

  private UblReferences() {}
}
