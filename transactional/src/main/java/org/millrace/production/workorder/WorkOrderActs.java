package org.millrace.production.workorder;

/** What is done with work orders. */
record WorkOrderActs(
    ReleaseWorkOrder release,
    ConsumeMaterials consume,
    CompleteWorkOrder complete,
    BookCosts costs,
    ReturnMaterials back) {}
