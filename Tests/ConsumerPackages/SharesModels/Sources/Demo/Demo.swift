import BillingAPI
import MartletTesting
import OrdersAPI

/// Passes models of one client to another.
@main
enum Demo {
    static func main() async throws {
        let text = #"{"total":{"cents":250,"unit":"eur"},"address":{"street":"Elm","kind":"home"}}"#
        let orders = OrdersClient { $0.transport = StubTransport(.json(text)) }
        let order = try await orders.orders.getOrder(id: "1")
        let bill = #"{"lines":[{"cents":250,"unit":"usd"}]}"#
        let billing = BillingClient { $0.transport = StubTransport(.json(bill)) }
        let invoice = try await billing.invoices.postInvoice(
            newInvoice: NewInvoice(amount: order.total, to: order.address))
        var sum = order.total
        sum.cents += invoice.lines[0].cents
        let total: Money = Money(cents: sum.cents, currency: .eur)
        let fault = BillingAPI.Fault(text: "no")
        print("total: \(total.cents) \(invoice.lines[0].currency), \(fault.text), \(order.address?.city ?? "no city")")
    }
}
