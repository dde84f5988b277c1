package org.millrace.analytics.forecast.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Dates written as whole numbers: 20151231, 201512, 201553 for a week, 20154 for a quarter. A
 * series of numbers is dates when all of them can be; where it could as well be a count, both have
 * the same steps.
 */
final class DigitDates {

  /** A number's digits and what to put between them for a date. */
  private record Form(String digits, String date) {}

  private static final String YEAR = "(19\\d\\d|20\\d\\d)";
  private static final List<Form> FORMS =
      List.of(
          new Form(YEAR + "(\\d\\d)(\\d\\d)", "$1-$2-$3"),
          new Form(YEAR + "(\\d\\d)", "$1-$2"),
          new Form(YEAR + "(\\d\\d)", "$1-W$2"),
          new Form(YEAR + "(\\d)", "$1-Q$2"));

  private DigitDates() {}

  /** The minutes since 1970 of numbers that are all dates of one form. */
  static Optional<long[]> minutes(long... numbers) {
    return FORMS.stream().flatMap(form -> minutes(form, numbers).stream()).findFirst();
  }

  private static Optional<long[]> minutes(Form form, long... numbers) {
    List<Optional<Long>> dates =
        LongStream.of(numbers)
            .mapToObj(Long::toString)
            .map(
                each ->
                    each.matches(form.digits)
                        ? CalendarTime.minutes(each.replaceFirst(form.digits, form.date))
                        : Optional.<Long>empty())
            .takeWhile(Optional::isPresent)
            .toList();
    return dates.size() < numbers.length
        ? Optional.empty()
        : Optional.of(dates.stream().mapToLong(Optional::orElseThrow).toArray());
  }
}
