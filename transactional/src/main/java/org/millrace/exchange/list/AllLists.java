package org.millrace.exchange.list;

import java.util.List;

/** Every list that files bring in. */
record AllLists(List<ImportedList> lists) {
  AllLists {
    lists = List.copyOf(lists);
  }
}
