package org.millrace.planning;

import java.util.ArrayList;
import java.util.List;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;

/** A company with a bicycle and its wheel, and plans posted to it. */
final class TestingPlans {
  private final TestingCore core;
  private final String company;
  private final String base;

  /** One proposal as a plan posts it. */
  record Line(String id, String item, String source, int quantity, String due) {
    private String words() {
      return ("{'proposal':'%s','item':'%s','source':'%s','quantity':%d,'startDate':'2099-01-01',"
              + "'dueDate':'%s','neededDate':'%5$s','pegs':[{'reason':'forecast',"
              + "'document':'week','quantity':%4$d}]}")
          .formatted(id, item, source, quantity, due);
    }
  }

  TestingPlans(TestingCore core) {
    this.core = core;
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    post("/parties", "{'code':'S-1','name':'Wheels','roles':['supplier'],'country':'Italy'}");
    post("/items", "{'code':'WHEEL','name':'Wheel'}");
    post("/items", "{'code':'BIKE','name':'Bike','materials':[{'item':'WHEEL','quantity':2}]}");
  }

  static Line buy(String id, int quantity) {
    return new Line(id, "WHEEL", "buy", quantity, "2099-02-02");
  }

  static Line make(String id, int quantity) {
    return new Line(id, "BIKE", "make", quantity, "2099-02-02");
  }

  String company() {
    return company;
  }

  HttpAnswer plan(String version, String asOf, Line... lines) {
    return plan(version, asOf, List.of(lines));
  }

  HttpAnswer plan(String version, String asOf, List<Line> lines) {
    List<String> words = new ArrayList<>();
    lines.forEach(line -> words.add(line.words()));
    return post(
        "/planning/plans",
        "{'planVersion':'%s','asOf':'%s','proposals':[%s]}"
            .formatted(version, asOf, String.join(",", words)));
  }

  HttpAnswer approve(String id, String terms) {
    return post("/planning/proposals/" + id + "/approve", terms);
  }

  HttpAnswer reject(String id, String note) {
    return post("/planning/proposals/" + id + "/reject", "{'note':'" + note + "'}");
  }

  HttpAnswer reopen(String id) {
    return post("/planning/proposals/" + id + "/reopen", "{}");
  }

  HttpAnswer post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"'));
  }

  HttpAnswer get(String path) {
    return core.get(base + path);
  }

  /** How many events of that type left for this company. */
  int events(String type) {
    return core.jdbc()
        .sql("select count(*) from outbox.event where company = ? and type = ?")
        .params(company, type)
        .query(Integer.class)
        .single();
  }

  /** How many documents say that they were made for that proposal, and were not given up. */
  int documentsFor(String id) {
    return core.jdbc()
        .sql(
            """
            select (select count(*) from purchasing.purchase_order
                where company = :company and demand_type = 'proposal' and demand_number = :id
                  and status <> 'cancelled')
              + (select count(*) from production.work_order
                where company = :company and demand_type = 'proposal' and demand_number = :id
                  and status <> 'cancelled')
            """)
        .param("company", company)
        .param("id", id)
        .query(Integer.class)
        .single();
  }
}
