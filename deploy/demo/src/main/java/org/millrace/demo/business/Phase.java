package org.millrace.demo.business;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** The parts of a day. What a later part needs, such as goods in stock, an earlier one brings. */
enum Phase {
  FOUNDING(5, 0),
  PARTIES_AND_COMPONENTS(5, 10),
  ASSEMBLIES(5, 20),
  FINISHED_GOODS(5, 30),
  WORK_CENTRES(5, 32),
  PLANNING(5, 34),
  CAPITAL(5, 40),
  RECEIVING(7, 0),
  COMPLETING(8, 0),
  RELEASING(9, 0),
  CONSUMING(10, 0),
  ORDERING(11, 0),
  DELIVERING(13, 0),
  SELLING(14, 0),
  INVOICING(15, 0),
  PAYING(16, 0),
  RETURNING(17, 0),
  REFUNDING(18, 0),
  BOOKKEEPING(19, 0),
  CLOSING(20, 0);

  private final LocalTime time;

  Phase(int hour, int minute) {
    time = LocalTime.of(hour, minute);
  }

  Instant on(LocalDate day) {
    return day.atTime(time).toInstant(ZoneOffset.UTC);
  }
}
