using CohortBot.Budgets;
using Microsoft.Extensions.AI;

namespace CohortBot.Advisors;

/// <summary>Carries beside a request whose budgets it is charged to and what it is for; a model's client leaves it alone.</summary>
internal sealed record Bill(CallAccount Account, CallPurpose Purpose);

/// <summary>Puts the bill into a request's options.</summary>
internal static class BillKey
{
    private const string Key = "cohortbot.bill";

    extension(ChatOptions options)
    {
        /// <summary>Who pays, or null where nobody does.</summary>
        public Bill? FindBill() => options.AdditionalProperties?.GetValueOrDefault(Key) as Bill;

        /// <summary>Says who pays; nobody when the account is null.</summary>
        public void SetBill(CallAccount? account, CallPurpose purpose)
        {
            if (account is not null)
                (options.AdditionalProperties ??= [])[Key] = new Bill(account, purpose);
        }
    }
}
