package org.millrace.warehouse;

import java.util.LinkedHashMap;
import java.util.Map;

/** The figures an analysis answers with, in the order it gives them. */
public record AnalysisResult(Map<String, Object> figures) {
  public AnalysisResult {
    figures = new LinkedHashMap<>(figures);
  }
}
