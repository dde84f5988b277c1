package org.millrace.ingestion.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FrontierTest {

  @Test
  void coversNothingAtTheBeginning() {
    assertThat(Frontier.atTheBeginning().covers(3, 1)).isFalse();
    assertThat(Frontier.atTheBeginning().takenOverBy("run").isAtTheBeginning()).isTrue();
  }

  @Test
  void coversWhatItsSnapshotShowsButNotWhatWasRunningThen() {
    Frontier frontier = new Frontier("run", 0, "10:20:10,15", "", 0, 0);
    assertThat(frontier.covers(9, 1)).isTrue();
    assertThat(frontier.covers(10, 1)).isFalse();
    assertThat(frontier.covers(14, 1)).isTrue();
    assertThat(frontier.covers(15, 1)).isFalse();
    assertThat(frontier.covers(20, 1)).isFalse();
  }

  @Test
  void halfWayItCoversTheTargetOnlyUpToItsPlace() {
    Frontier frontier = new Frontier("run", 0, "10:10:", "20:20:", 15, 7);
    assertThat(frontier.covers(14, 99)).isTrue();
    assertThat(frontier.covers(15, 7)).isTrue();
    assertThat(frontier.covers(15, 8)).isFalse();
    assertThat(frontier.covers(16, 1)).isFalse();
  }

  @Test
  void aRowThatCommitsLateIsNotCoveredByWhatWasReadMeanwhile() {
    Frontier aimed = Frontier.atTheBeginning().aimedAt("5:8:5");
    Frontier read = aimed.after(7, 70).targetReached();
    assertThat(read.covers(7, 70)).isTrue();
    assertThat(read.covers(5, 50)).isFalse();
    assertThat(read.sequence()).isEqualTo(1);
  }

  @Test
  void refusesTextThatIsNoSnapshot() {
    assertThatThrownBy(() -> Snapshot.parse("12")).hasMessageContaining("\"12\"");
  }
}
