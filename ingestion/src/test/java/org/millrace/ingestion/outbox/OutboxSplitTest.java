package org.millrace.ingestion.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.junit.jupiter.api.Test;
import org.millrace.ingestion.contract.Validated;

class OutboxSplitTest {

  private final OutboxSplit.Serializer serializer = new OutboxSplit.Serializer();

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    OutboxSplit split = new OutboxSplit(new Frontier("run", 1, "2:3:", "4:5:4", 6, 7));
    assertThat(serializer.deserialize(1, serializer.serialize(split))).isEqualTo(split);
  }

  @Test
  void anUnknownVersionIsRefused() {
    assertThatThrownBy(() -> serializer.deserialize(2, new byte[0])).hasMessageContaining("2");
  }

  @Test
  void flinkCarriesRowsWithoutAGenericSerializer() {
    assertThat(TypeInformation.of(Validated.class).createSerializer(new SerializerConfigImpl()))
        .isInstanceOf(PojoSerializer.class);
  }
}
