package org.millrace.web.openapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Names the schema of each record once: by its domain, the classes around it and itself. The record
 * Placing inside sales.order.OrdersHttp is SalesOrdersPlacing, service.Ticket is ServiceTicket.
 */
final class SchemaNames {
  private static final String ROOT = "org.millrace.";
  private static final List<String> WITHOUT_DOMAIN = List.of("shared", "web", "document", "json");

  private SchemaNames() {}

  static String of(Class<?> type) {
    Deque<String> words = new ArrayDeque<>();
    for (Class<?> around = type; around != null; around = around.getEnclosingClass()) {
      words.addFirst(around.getSimpleName().replaceFirst("Http$", ""));
    }
    String domain = domain(type);
    if (!WITHOUT_DOMAIN.contains(domain)) {
      words.addFirst(domain.substring(0, 1).toUpperCase(Locale.ROOT) + domain.substring(1));
    }
    return String.join("", words);
  }

  private static String domain(Class<?> type) {
    String inside = type.getPackageName().substring(ROOT.length());
    int dot = inside.indexOf('.');
    return dot < 0 ? inside : inside.substring(0, dot);
  }
}
