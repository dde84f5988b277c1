package org.millrace.sourcing;

import java.util.function.BiFunction;
import org.millrace.HttpAnswer;
import org.millrace.sales.TestingSelling.Step;

/** What a firm does before it orders: requisitions, and requests for quotation in every state. */
public final class TestingSourcing {
  private static final String LINES =
      "'lines':[{'item':'WHEEL','quantity':5,'wantedDate':'2099-05-01'},"
          + "{'item':'BELL','quantity':2,'wantedDate':'2099-05-02'}]}";

  private final BiFunction<String, String, HttpAnswer> make;
  private final Step step;

  public TestingSourcing(BiFunction<String, String, HttpAnswer> make, Step step) {
    this.make = make;
    this.step = step;
  }

  /** Orders one requisition, asks suppliers for another, and gives others up. */
  public void everything() {
    make.apply("parties", "{'code':'S2','name':'Rims','roles':['supplier'],'country':'Spain'}");
    String needed = "{'requestedBy':'Workshop','location':'MAIN','note':'For the fair'," + LINES;
    String prices = "{'lines':[{'line':1,'supplier':'S'},{'line':2,'supplier':'S','unitPrice':3}]}";
    step.act(made("requisitions", needed) + "/order", prices, 1);
    step.act(made("requisitions", needed) + "/reject", "{'reason':'Too much'}", 1);
    step.act(made("requisitions", needed) + "/cancel", "{'reason':'Found some'}", 1);
    made("requisitions", "{" + LINES);
    award(made("requisitions", needed));
    String given = made("requests", "{'answerBy':'2099-01-01','suppliers':['S']," + LINES);
    step.act(given + "/cancel", "{'reason':'Nobody answers'}", 1);
    made("requests", "{'answerBy':'2099-01-01','suppliers':['S'],'note':'Sea freight'," + LINES);
  }

  private void award(String requisition) {
    HttpAnswer asked =
        step.act(requisition + "/ask", "{'answerBy':'2099-01-01','suppliers':['S']}", 1);
    String request = "sourcing/requests/" + asked.json().get("request").asString();
    step.act(request + "/extend", "{'answerBy':'2099-02-01','suppliers':['S2']}", 1);
    String offer =
        "{'supplier':'%s','validUntil':'2099-03-01',"
            + "'lines':[{'line':1,'unitPrice':%s,'leadTimeDays':7,'minimumQuantity':6}]}";
    step.act(request + "/answer", offer.formatted("S", "11.5"), 2);
    step.act(request + "/withdraw", "{'supplier':'S'}", 3);
    step.act(request + "/answer", offer.formatted("S2", "12"), 4);
    step.act(request + "/award", "{'lines':[{'line':1,'supplier':'S2'}]}", 5);
  }

  private String made(String list, String body) {
    String path = "sourcing/" + list;
    return path + "/" + make.apply(path, body).json().get("number").asString();
  }
}
