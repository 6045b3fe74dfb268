using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CohortBot.Advisors.Safety;

/// <summary>
/// Remembers the verdicts on the texts that were judged last: a conversation's words are judged again with each of its turns. It knows a text by
/// its digest and keeps no word of it. What is forgotten is judged anew, so the answer is the same with or without it.
/// </summary>
/// <param name="judge">Judges a text; the same text has the same verdict.</param>
internal sealed class VerdictMemory(Func<string, SafetyVerdict> judge)
{
    /// <summary>How many verdicts half of the memory holds; when it is full, the older half goes. About 150 bytes a verdict.</summary>
    public const int Half = 4096;

    private volatile ConcurrentDictionary<UInt128, SafetyVerdict> _newer = [];
    private volatile ConcurrentDictionary<UInt128, SafetyVerdict> _older = [];
    private int _room = Half;

    /// <summary>The verdict on a text.</summary>
    public SafetyVerdict Find(string text)
    {
        var key = DigestOf(text);
        if (_newer.TryGetValue(key, out var known))
            return known;
        var verdict = _older.TryGetValue(key, out var older) ? older : judge(text);
        if (Interlocked.Decrement(ref _room) == 0)
        {
            (_older, _newer) = (_newer, []);
            Interlocked.Exchange(ref _room, Half);
        }

        _newer[key] = verdict;
        return verdict;
    }

    // Half of a SHA-256: nobody can write a text that passes for another one.
    private static UInt128 DigestOf(string text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), digest);
        return MemoryMarshal.Read<UInt128>(digest);
    }
}
