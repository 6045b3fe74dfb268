namespace CohortBot.Storage;

/// <summary>The database cannot be used as it is; the message says what to do.</summary>
public sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What is wrong with it.</summary>
    public StorageFault Fault { get; init; } = StorageFault.Unusable;
}
