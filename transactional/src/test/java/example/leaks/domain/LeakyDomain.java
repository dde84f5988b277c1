package example.leaks.domain;

import org.springframework.jdbc.core.JdbcTemplate;

/** Breaks four rules: asks the database itself, counts money in floats, gets, takes a switch. */
class LeakyDomain {
  private final JdbcTemplate jdbc = new JdbcTemplate();
  private double amount;

  double getAmount() {
    return amount;
  }

  void change(boolean up) {
    amount = up ? amount + 1 : amount - 1;
    jdbc.execute("update money set amount = " + amount);
  }
}
