namespace CohortBot.Storage;

/// <summary>An id that is stored as text. Ids are types of their own, so that none can be taken for another.</summary>
public interface ITextId<TSelf>
    where TSelf : struct, ITextId<TSelf>
{
    /// <summary>The stored form.</summary>
    string Value { get; }

    /// <summary>Reads the stored form back.</summary>
    static abstract TSelf From(string value);
}

/// <summary>An id that is stored as a number.</summary>
public interface INumberId<TSelf>
    where TSelf : struct, INumberId<TSelf>
{
    /// <summary>The stored form.</summary>
    long Value { get; }

    /// <summary>Reads the stored form back.</summary>
    static abstract TSelf From(long value);
}
