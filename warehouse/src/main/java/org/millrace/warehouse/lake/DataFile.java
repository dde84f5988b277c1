package org.millrace.warehouse.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A data file that the newest version of a table has.
 *
 * @param scanned what Delta Kernel knows of it
 * @param partition values by partition column; a missing value is left out
 */
public record DataFile(io.delta.kernel.data.Row scanned, Map<String, String> partition) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public DataFile {
    partition =
        partition.entrySet().stream()
            .filter(value -> value.getValue() != null)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** False only when the file's statistics tell that no value of the column lies in the span. */
  public boolean mayHold(String column, Comparable<?> least, Comparable<?> greatest) {
    JsonNode statistics = statistics();
    JsonNode low = statistics.path("minValues").path(column);
    JsonNode high = statistics.path("maxValues").path(column);
    if (low.isMissingNode() || high.isMissingNode()) {
      return true;
    }
    if (least instanceof String first && greatest instanceof String last) {
      return high.asText().compareTo(first) >= 0 && low.asText().compareTo(last) <= 0;
    }
    if (least instanceof Number first && greatest instanceof Number last) {
      return high.asLong() >= first.longValue() && low.asLong() <= last.longValue();
    }
    return true;
  }

  private JsonNode statistics() {
    try {
      return JSON.readTree(added().getStatsJson().orElse("{}"));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("The log has statistics that are no JSON", broken);
    }
  }

  private AddFile added() {
    return new AddFile(scanned.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
  }

  /** Its rows; a file whose writer did not count them is taken for a huge one. */
  public long rows() {
    return added().getNumRecords().orElse(1L << 32);
  }
}
