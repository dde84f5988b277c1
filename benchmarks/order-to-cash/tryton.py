"""The same flow in Tryton, in process: order of five lines, delivery, invoice, payment.

tryton.py DATABASE-URL SERVER-PID FLOWS ITEMS CUSTOMERS. Prints processor milliseconds a flow of this
process and of its database sessions, flows a second and the percentiles, as the bench does for the core.
"""
import datetime
import os
import random
import sys
import time
from decimal import Decimal

url, server, flows, items, customers = sys.argv[1], int(sys.argv[2]), *map(int, sys.argv[3:6])
os.environ["TRYTOND_DATABASE__URI"] = url
os.environ["DB_NAME"] = "tryton"

from trytond.config import config  # noqa: E402

config.set("database", "uri", url)

from proteus import Model  # noqa: E402
from trytond.modules.account.tests.tools import create_chart, create_fiscalyear, get_accounts  # noqa: E402
from trytond.modules.account_invoice.tests.tools import (  # noqa: E402
    create_payment_term, set_fiscalyear_invoice_sequences)
from trytond.modules.company.tests.tools import create_company, get_company  # noqa: E402
from trytond.pool import Pool  # noqa: E402
from trytond.tests.tools import activate_modules  # noqa: E402
from trytond.transaction import Transaction, TransactionError  # noqa: E402
from trytond.worker import run_task  # noqa: E402

LINES = 5
WARM_UP = 10


def saved(model, /, **values):
    record = Model.get(model)(**values)
    record.save()
    return record


def set_up():
    """A company with a chart, a fiscal year, goods in stock and customers; what the flow names."""
    activate_modules(["sale", "account_invoice_stock"], create_company, create_chart)
    set_fiscalyear_invoice_sequences(create_fiscalyear()).click("create_period")
    accounts = get_accounts()
    journal, = Model.get("account.journal").find([("type", "=", "cash")])
    method = saved("account.invoice.payment.method", name="Cash", journal=journal,
                    credit_account=accounts["cash"], debit_account=accounts["cash"])
    category = saved("product.category", name="Goods", accounting=True,
                      account_expense=accounts["expense"], account_revenue=accounts["revenue"])
    term = create_payment_term()
    term.save()
    unit, = Model.get("product.uom").find([("name", "=", "Unit")])
    storage, = Model.get("stock.location").find([("code", "=", "STO")])
    known = {"company": get_company().id, "method": method.id, "term": term.id}

    def masters(pool):
        templates = pool.get("product.template").create([{
            "name": f"Item {n}", "default_uom": unit.id, "type": "goods", "salable": True, "sale_uom": unit.id,
            "list_price": Decimal(5 + n % 90), "account_category": category.id, "products": [("create", [{}])],
        } for n in range(items)])
        parties = pool.get("party.party").create([{
            "name": f"Customer {n}", "addresses": [("create", [{}])],
        } for n in range(customers)])
        known["products"] = [template.products[0].id for template in templates]
        known["parties"] = [party.id for party in parties]
        inventory, = pool.get("stock.inventory").create([{
            "location": storage.id, "company": known["company"], "date": datetime.date.today(),
            "lines": [("create", [{"product": product, "quantity": 1_000_000.0} for product in known["products"]])],
        }])
        return inventory.id

    inventory = in_own(known, masters)
    in_own(known, lambda pool: pool.get("stock.inventory").confirm([pool.get("stock.inventory")(inventory)]))
    return known


def in_own(known, act):
    """Runs an act as a request does: a transaction of its own, begun again with the locks it misses."""
    extras = {}
    while True:
        with Transaction().start("tryton", 1, context={"company": known["company"]}, **extras) as transaction:
            try:
                answer = act(Pool())
                transaction.commit()
            except TransactionError as missing:
                transaction.rollback()
                missing.fix(extras)
                continue
        while transaction.tasks:
            run_task("tryton", transaction.tasks.pop())
        return answer


def flow(known, dice):
    def order(pool):
        Sale, Line, Party = pool.get("sale.sale"), pool.get("sale.line"), pool.get("party.party")
        sale = Sale(party=Party(dice.choice(known["parties"])), company=known["company"])
        sale.on_change_party()
        sale.payment_term = known["term"]
        sale.invoice_method, sale.shipment_method = "order", "order"
        lines = []
        for product in dice.sample(known["products"], LINES):
            line = Line(sale=sale, type="line", product=product, quantity=float(dice.randint(1, 5)))
            line.on_change_product()
            line.unit_price = Decimal(dice.randint(500, 9500)) / 100
            lines.append(line)
        sale.lines = lines
        sale.save()
        Sale.quote([sale])
        Sale.confirm([sale])
        if sale.state == "confirmed":
            Sale.process([sale])
        return sale.id

    def deliver(pool):
        Shipment = pool.get("stock.shipment.out")
        shipments = list(pool.get("sale.sale")(sale).shipments)
        Shipment.assign_try(shipments)
        Shipment.pick(shipments)
        Shipment.pack(shipments)
        Shipment.do(shipments)

    def invoice(pool):
        Invoice = pool.get("account.invoice")
        Invoice.post(list(pool.get("sale.sale")(sale).invoices))

    def pay(pool):
        Invoice = pool.get("account.invoice")
        MoveLine = pool.get("account.move.line")
        for bill in pool.get("sale.sale")(sale).invoices:
            paid = bill.pay_invoice(bill.total_amount, pool.get("account.invoice.payment.method")(known["method"]),
                                    datetime.date.today())
            MoveLine.reconcile([line for line in list(paid) + list(bill.lines_to_pay) if not line.reconciliation])
            Invoice.process([bill])

    sale = in_own(known, order)
    in_own(known, deliver)
    in_own(known, invoice)
    in_own(known, pay)
    return sale


def sessions():
    """Ticks of the sessions of Tryton's database."""
    ticks = 0
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat", encoding="utf-8") as stat, open(f"/proc/{name}/cmdline", encoding="utf-8") as title:
                fields = stat.read().rsplit(")", 1)[1].split()
                if int(fields[1]) == server and "tryton" in title.read():
                    ticks += int(fields[11]) + int(fields[12])
        except (OSError, ValueError):
            continue
    return ticks


known = set_up()
dice = random.Random(1)
for _ in range(WARM_UP):
    flow(known, dice)
took = []
database, process, begun = sessions(), time.process_time(), time.perf_counter()
for _ in range(flows):
    start = time.perf_counter()
    last = flow(known, dice)
    took.append((time.perf_counter() - start) * 1000)
seconds = time.perf_counter() - begun
processor = (time.process_time() - process) * 1000 / flows
database = (sessions() - database) * 10 / flows
took.sort()
p50, p95, p99 = (took[min(flows - 1, int(share * flows))] for share in (0.50, 0.95, 0.99))
state = in_own(known, lambda pool: (lambda sale: (sale.state, [bill.state for bill in sale.invoices], [way.state for way in sale.shipments]))(pool.get("sale.sale")(last)))
assert state == ("done", ["paid"], ["done"]), state
print(f"{'Tryton 8.2, in process':28s} {processor:8.2f} {database:8.2f} {flows / seconds:8.1f} {p50:8.1f} {p95:8.1f} {p99:8.1f}")
