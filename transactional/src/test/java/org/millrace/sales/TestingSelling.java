package org.millrace.sales;

import java.util.function.BiFunction;
import org.millrace.HttpAnswer;

/** What a firm does beside orders and invoices: counter sales, shipments and returns. */
public final class TestingSelling {
  private final BiFunction<String, String, HttpAnswer> make;
  private final Step step;

  /** An act on a document in a version. */
  public interface Step {
    /** Its answer. */
    HttpAnswer act(String path, String body, int version);
  }

  public TestingSelling(BiFunction<String, String, HttpAnswer> make, Step step) {
    this.make = make;
    this.step = step;
  }

  /** Sells these lines over the counter, ships them, and takes them back. */
  public void everything(String lines) {
    String sale = "{'customer':'C'," + lines;
    String one = sale.replace("'quantity':2", "'quantity':1");
    HttpAnswer sold = make.apply("sales/counter-sales", one.replace("{'c", "{'tendered':900,'c"));
    ship(sold.json().get("delivery").asString());
    takeBack(made("sales/invoices", sale).replace("sales/invoices/", ""));
  }

  private String made(String path, String body) {
    return path + "/" + make.apply(path, body).json().get("number").asString();
  }

  private void ship(String delivery) {
    String asked = "{'delivery':'%s','plannedOn':'2099-05-21'}".formatted(delivery);
    step.act(made("sales/shipments", asked) + "/cancel", "{}", 1);
    String shipment = made("sales/shipments", asked);
    String packages =
        "{'packages':[{'packageCode':'P1','item':'BIKE','quantity':1,'weightKg':15}]}";
    step.act(shipment + "/pack", packages, 1);
    step.act(shipment + "/ship", "{'carrier':'Parcel AG','trackingNumber':'1Z99'}", 2);
    String scan = "{'scannedAt':'2099-05-22T08:00:00Z','place':'Ulm','event':'sorted'}";
    step.act(shipment + "/scans", scan, 3);
    step.act(shipment + "/prove", "{'receivedBy':'Maria'}", 4);
  }

  private void takeBack(String invoice) {
    String asked = "{'invoice':'%s','reason':'Squeaks'}".formatted(invoice);
    String back = made("sales/returns", asked);
    step.act(back + "/authorise", "{}", 1);
    step.act(back + "/receive", "{'lines':[{'line':1,'quantity':1}]}", 2);
    String scrap = "{'decision':'Bent','lines':[{'line':1,'outcome':'scrap'}]}";
    step.act(back + "/inspect", scrap, 3);
    step.act(back + "/settle", "{}", 4);
    step.act(back + "/reverse", "{'reason':'He keeps it'}", 5);
    step.act(made("sales/returns", asked) + "/deny", "{'reason':'Worn'}", 1);
    step.act(made("sales/returns", asked) + "/cancel", "{}", 1);
  }
}
