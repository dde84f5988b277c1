package org.millrace.dashboards.cockpit.figure;

import org.millrace.dashboards.definition.Label;
import org.millrace.dashboards.definition.Metric;

/** A metric's definition as people read it. */
record MetricAnswer(
    String id,
    Label name,
    Label description,
    String formula,
    Metric.Example example,
    Metric.Unit unit,
    Metric.Better better,
    String table) {

  static MetricAnswer of(Metric metric) {
    return new MetricAnswer(
        metric.id().toString(),
        metric.words().name(),
        metric.words().description(),
        metric.formula().asText(),
        metric.words().example(),
        metric.scale().unit(),
        metric.scale().better(),
        metric.source().table());
  }
}
