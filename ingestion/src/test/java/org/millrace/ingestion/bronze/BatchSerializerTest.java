package org.millrace.ingestion.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.ingestion.TestingRows;
import org.millrace.ingestion.bronze.table.BronzeTable;
import org.millrace.ingestion.bronze.table.DataFile;
import org.millrace.ingestion.bronze.table.FileContent;
import org.millrace.ingestion.bronze.table.Part;
import org.millrace.ingestion.bronze.table.Partition;

class BatchSerializerTest {

  private final BatchSerializer serializer = new BatchSerializer();
  private final DataFile file =
      new DataFile(
          "file:/lake/x.parquet",
          17,
          18,
          new Partition("garden", 20_000),
          new FileContent(3, 4, "{\"numRecords\":3}"));
  private final Batch batch =
      new Batch(
          List.of(new Part(BronzeTable.EVENTS, TestingRows.reached("run", 5), List.of(file))), 99);

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    assertThat(serializer.deserialize(1, serializer.serialize(batch))).isEqualTo(batch);
  }

  @Test
  void anUnknownVersionIsRefusedWithAWayOut() {
    assertThatThrownBy(() -> serializer.deserialize(7, new byte[0]))
        .hasMessageContaining("version 7")
        .hasMessageContaining("Start without that checkpoint");
  }

  @Test
  void batchesOfParallelWritersBecomeOneThatIsCompleteToTheEarliest() {
    Batch other =
        new Batch(
            List.of(new Part(BronzeTable.EVENTS, TestingRows.reached("run", 8), List.of(file))),
            42);
    Batch merged = Batch.merge(List.of(other, batch));
    assertThat(merged.completeToMillis()).isEqualTo(42);
    assertThat(merged.parts()).hasSize(1);
    assertThat(merged.parts().get(0).files()).hasSize(2);
    assertThat(merged.parts().get(0).reached().sequence()).isEqualTo(8);
  }
}
