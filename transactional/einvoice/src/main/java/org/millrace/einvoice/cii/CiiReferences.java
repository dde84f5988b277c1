package org.millrace.einvoice.cii;

import java.util.Map;
import org.millrace.einvoice.References.Kind;

/** Where CII has the references that stand in a place of their own. */
final class CiiReferences {
  static final Map<Kind, String> IN_AGREEMENT =
      Map.of(
          Kind.BUYER_REFERENCE, "ram:BuyerReference",
          Kind.PROJECT, "ram:SpecifiedProcuringProject/ram:ID",
          Kind.CONTRACT, "ram:ContractReferencedDocument/ram:IssuerAssignedID",
          Kind.ORDER, "ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID",
          Kind.SALES_ORDER, "ram:SellerOrderReferencedDocument/ram:IssuerAssignedID");

  static final Map<Kind, String> IN_DELIVERY =
      Map.of(
          Kind.RECEIVING_ADVICE, "ram:ReceivingAdviceReferencedDocument/ram:IssuerAssignedID",
          Kind.DESPATCH_ADVICE, "ram:DespatchAdviceReferencedDocument/ram:IssuerAssignedID");

  static final Map<Kind, String> IN_SETTLEMENT =
      Map.of(Kind.BUYER_ACCOUNTING, "ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID");

  /** Type codes (UNTDID 1001) of additional documents that have a term of their own. */
  static final String TENDER = "50";

  static final String INVOICED_OBJECT = "130";
  static final String SUPPORTING = "916";

  private CiiReferences() {}
}
