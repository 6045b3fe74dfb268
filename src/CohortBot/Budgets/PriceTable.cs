using System.IO.Enumeration;
using Microsoft.Extensions.Options;

namespace CohortBot.Budgets;

/// <summary>Finds what a model costs. A request keeps the price that it was made at, whatever the table says later.</summary>
internal sealed class PriceTable(IOptions<BudgetOptions> options)
{
    /// <summary>The price of a model at a time, or null when neither the table nor the settings' price for unknown models has one.</summary>
    public ModelPrice? Find(string model, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return options.Value.Prices
            .Where(price => FileSystemName.MatchesSimpleExpression(price.Model, model, ignoreCase: true) && !(price.ValidFrom > day))
            .OrderByDescending(price => price.Model.Length)
            .ThenByDescending(price => price.ValidFrom ?? DateOnly.MinValue)
            .FirstOrDefault() ?? options.Value.UnknownModel;
    }

    /// <summary>What so many tokens cost at most, for a model that has not said its name yet: at the dearest price of that day. 0 without prices.</summary>
    public long DearestOf(TokenCount tokens, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return options.Value.Prices.Append(options.Value.UnknownModel).OfType<ModelPrice>()
            .Where(price => !(price.ValidFrom > day))
            .Select(price => price.CostOf(tokens))
            .DefaultIfEmpty(0).Max();
    }
}
