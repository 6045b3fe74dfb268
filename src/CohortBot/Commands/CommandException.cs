namespace CohortBot.Commands;

/// <summary>What a person typed cannot be done; the router answers with the text, privately. Nothing was changed.</summary>
internal sealed class CommandException : Exception
{
    /// <summary>Refuses a command.</summary>
    /// <param name="key">The text that says what is wrong and what to do.</param>
    /// <param name="values">What its braces stand for.</param>
    public CommandException(string key, params (string Name, object? Value)[] values)
        : base(key)
    {
        Key = key;
        Values = values;
    }

    /// <summary>The text.</summary>
    public string Key { get; }

    /// <summary>What its braces stand for.</summary>
    public (string Name, object? Value)[] Values { get; }
}
