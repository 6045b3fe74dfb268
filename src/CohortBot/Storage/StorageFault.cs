namespace CohortBot.Storage;

/// <summary>What can be wrong with a database, whichever engine it is.</summary>
public enum StorageFault
{
    /// <summary>It is none of ours, is newer than this program, or the settings do not name one.</summary>
    Unusable,

    /// <summary>There is no space left; nothing of the write stands.</summary>
    Full,

    /// <summary>Somebody else holds it for longer than we wait.</summary>
    Locked,

    /// <summary>What is stored is damaged.</summary>
    Corrupt,

    /// <summary>The server does not answer, or ended the connection.</summary>
    Unreachable,

    /// <summary>This program may not read or write there.</summary>
    Refused,
}
