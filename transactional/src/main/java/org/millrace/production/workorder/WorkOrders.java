package org.millrace.production.workorder;

import java.util.List;
import org.millrace.production.Demand;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkOrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;

/** The work orders of each company. */
interface WorkOrders {
  /** A number no work order had before. */
  WorkOrderNumber nextNumber();

  /** A number no consumption had before. */
  String nextConsumptionNumber();

  /** A number no completion had before. */
  String nextCompletionNumber();

  /** Keeps a new work order. */
  void add(KeptWorkOrder released);

  /**
   * Keeps a changed work order.
   *
   * @throws org.millrace.shared.Refused as stale when it was changed since it was read
   */
  void change(KeptWorkOrder changed);

  /**
   * One work order.
   *
   * @throws org.millrace.shared.Refused as not found
   */
  KeptWorkOrder named(CompanyCode company, WorkOrderNumber number);

  /**
   * One work order that a change was decided on.
   *
   * @throws org.millrace.shared.Refused as stale when it no longer has that version
   */
  default KeptWorkOrder named(CompanyCode company, WorkOrderNumber number, Version expected) {
    KeptWorkOrder kept = named(company, number);
    expected.check("Work order " + number, kept.version().number());
    return kept;
  }

  /** The work orders released for that document, by number. */
  List<WorkOrder> releasedFor(CompanyCode company, Demand demand);

  /** Work orders whose number, item or status match, the latest first. */
  Page<WorkOrder> page(CompanyCode company, PageRequest request);
}
