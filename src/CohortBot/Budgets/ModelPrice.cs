namespace CohortBot.Budgets;

/// <summary>What a model costs, in the settings' currency.</summary>
public sealed class ModelPrice
{
    /// <summary>The model's name as the provider returns it; <c>*</c> stands for any letters (<c>gpt-4.1-mini*</c>). Of several that fit, the longest counts.</summary>
    public string Model { get; set; } = "*";

    /// <summary>For a million tokens that it reads.</summary>
    public decimal Input { get; set; }

    /// <summary>For a million of those that the provider had kept from before. null: as <see cref="Input"/>.</summary>
    public decimal? CachedInput { get; set; }

    /// <summary>For a million tokens that it writes.</summary>
    public decimal Output { get; set; }

    /// <summary>The first day (UTC) on which this price is asked; of several, the newest that has begun counts. null: from ever.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>What a request costs, in millionths of the currency; a fraction of a millionth is left off, in the member's favour.</summary>
    internal long CostOf(TokenCount tokens)
    {
        var cached = Math.Clamp(tokens.Cached, 0, tokens.Input);
        return (long)decimal.Floor((tokens.Input - cached) * Input + cached * (CachedInput ?? Input) + tokens.Output * Output);
    }
}
