package org.millrace.deploy.part;

import java.util.List;
import java.util.Map;
import org.millrace.deploy.home.Settings.LogFormat;

/**
 * How the parts are told to write one JSON object a line, in the names of the Elastic Common
 * Schema: Spring knows the format, Log4j gets it as a pattern. PostgreSQL stays with text.
 */
final class LogLines {

  private static final String ECS_PATTERN =
      "{\"@timestamp\":\"%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z'}{UTC}\",\"log\":{\"level\":\"%p\","
          + "\"logger\":\"%c\"},"
          + "\"process\":{\"pid\":%pid,\"thread\":{\"name\":\"%enc{%t}{JSON}\"}},"
          + "\"service\":{\"name\":\"${sys:millrace.part}\"},\"message\":\"%enc{%m}{JSON}\","
          + "\"error\":{\"stack_trace\":\"%enc{%xEx}{JSON}\"}}%n";

  private LogLines() {}

  static Map<String, String> springProperties(LogFormat format) {
    return format == LogFormat.JSON ? Map.of("logging.structured.format.console", "ecs") : Map.of();
  }

  static List<String> log4jFlags(LogFormat format) {
    return format == LogFormat.JSON ? List.of("-Dmillrace.log.pattern=" + ECS_PATTERN) : List.of();
  }
}
