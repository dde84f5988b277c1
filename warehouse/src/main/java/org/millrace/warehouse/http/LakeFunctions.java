package org.millrace.warehouse.http;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The functions of lake SQL: they calculate from values and reach nothing else. */
final class LakeFunctions {
  private static final String AGGREGATES =
      """
      any any_value approx_count_distinct approx_percentile array_agg avg bit_and bit_or bit_xor
      bool_and bool_or collect_list collect_set corr count count_if covar_pop covar_samp every
      first first_value grouping grouping_id histogram_numeric kurtosis last last_value listagg max
      max_by mean median min min_by mode percentile percentile_approx percentile_cont
      percentile_disc regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx
      regr_sxy regr_syy skewness some std stddev stddev_pop stddev_samp string_agg sum try_avg
      try_sum var_pop var_samp variance
      """;
  private static final String WINDOWS =
      """
      cume_dist dense_rank lag lead nth_value ntile percent_rank rank row_number
      """;
  private static final String NUMBERS =
      """
      abs acos acosh asin asinh atan atan2 atanh bin bround cbrt ceil ceiling conv cos cosh cot
      csc degrees div e exp expm1 factorial floor greatest hex hypot isnan least ln log log10
      log1p log2 mod nanvl negative pi pmod positive pow power radians rint round sec shiftleft
      shiftright sign signum sin sinh sqrt tan tanh try_add try_divide try_mod try_multiply
      try_subtract unhex uniform width_bucket + - * / % & | ^ ~ bit_count
      """;
  private static final String TEXTS =
      """
      ascii base64 bit_length btrim char char_length character_length chr concat concat_ws
      contains decode elt encode endswith find_in_set format_number format_string initcap instr
      lcase left len length levenshtein like ilike rlike locate lower lpad ltrim luhn_check mask
      octet_length overlay position printf regexp regexp_count regexp_extract regexp_extract_all
      regexp_instr regexp_like regexp_replace regexp_substr repeat replace reverse right rpad rtrim
      sentences soundex space split split_part startswith substr substring substring_index
      to_char to_number to_varchar translate trim try_to_number ucase unbase64 upper md5 sha sha1
      sha2 crc32 hash xxhash64 ||
      """;
  private static final String MOMENTS =
      """
      add_months convert_timezone curdate current_date current_timestamp current_timezone date
      date_add date_diff date_format date_from_unix_date date_part date_sub date_trunc dateadd
      datediff datepart day dayname dayofmonth dayofweek dayofyear extract from_unixtime
      from_utc_timestamp hour last_day localtimestamp make_date make_dt_interval make_interval
      make_timestamp make_ym_interval minute month monthname months_between next_day now quarter
      second timestamp timestamp_micros timestamp_millis timestamp_seconds timestampadd
      timestampdiff to_date to_timestamp to_unix_timestamp to_utc_timestamp trunc try_to_date
      try_to_timestamp unix_date unix_micros unix_millis unix_seconds unix_timestamp weekday
      weekofyear window year
      """;
  private static final String COLLECTIONS =
      """
      aggregate array array_append array_compact array_contains array_distinct array_except
      array_insert array_intersect array_join array_max array_min array_position array_prepend
      array_remove array_repeat array_size array_sort array_union arrays_overlap arrays_zip
      cardinality element_at exists explode explode_outer filter flatten forall get inline
      inline_outer map map_concat map_contains_key map_entries map_filter map_from_arrays
      map_from_entries map_keys map_values map_zip_with named_struct posexplode posexplode_outer
      reduce sequence shuffle size slice sort_array stack str_to_map struct transform
      transform_keys transform_values try_element_at zip_with
      """;
  private static final String CHOICES =
      """
      bigint binary boolean cast coalesce decimal double equal_null float if ifnull in int
      isnotnull isnull not nullif nullifzero nvl nvl2 smallint string tinyint try_cast typeof when
      zeroifnull and or = == <=> < <= > >= != <> ! case
      """;
  private static final String JSON =
      """
      from_csv from_json get_json_object json_array_length json_object_keys json_tuple
      schema_of_json to_csv to_json
      """;

  /** All of them, in lower case. */
  static final Set<String> NAMES =
      Stream.of(AGGREGATES, WINDOWS, NUMBERS, TEXTS, MOMENTS, COLLECTIONS, CHOICES, JSON)
          .flatMap(names -> Stream.of(names.strip().split("\\s+")))
          .collect(Collectors.toUnmodifiableSet());

  private LakeFunctions() {}
}
