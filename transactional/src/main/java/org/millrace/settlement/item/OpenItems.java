package org.millrace.settlement.item;

import java.util.List;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.settlement.OpenItem;
import org.millrace.shared.CompanyCode;

/** What is open now. */
public interface OpenItems {
  /** A page of the open items, narrowed and sorted as asked. */
  ListAnswer<OpenItem> page(CompanyCode company, ListRequest request);

  /** All of them, those that fall due first before the others. */
  List<OpenItem> all(CompanyCode company);
}
