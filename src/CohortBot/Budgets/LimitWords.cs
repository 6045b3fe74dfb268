using CohortBot.Texts;

namespace CohortBot.Budgets;

/// <summary>A limit in words.</summary>
internal static class LimitWords
{
    /// <summary>"$20.00 and 200,000 tokens", or "no limit".</summary>
    public static string Say(Wording wording, Limit limit, string currency)
    {
        var tokens = limit.Tokens is { } count ? wording.Say("budgets.tokens", ("tokens", count.ToString("N0", wording.Locale.Culture))) : null;
        var money = limit.Cost is { } cost ? new Money(cost, currency).ToString(null, wording.Locale.Culture) : null;
        return (money, tokens) switch
        {
            (null, null) => wording.Say("budgets.no_limit"),
            (null, { } only) => only,
            ({ } only, null) => only,
            var (sum, number) => wording.Say("budgets.money_and_tokens", ("money", sum), ("tokens", number)),
        };
    }
}
