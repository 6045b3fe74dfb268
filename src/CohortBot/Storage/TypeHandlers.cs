using System.Data;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace CohortBot.Storage;

/// <summary>How our own types are stored: instants as UTC milliseconds since 1970, dates as ISO text, ids as their value.</summary>
internal static class TypeHandlers
{
    private static readonly Lock Gate = new();
    private static bool _isRegistered;

    /// <summary>Registers the handlers, once in a process.</summary>
    public static void Register()
    {
        lock (Gate)
        {
            if (_isRegistered)
                return;
            DefaultTypeMap.MatchNamesWithUnderscores = true;
            Add(new InstantHandler());
            Add(new DateHandler());
            Add(new WordsHandler());
            Add(new AnswerHandler());
            foreach (var type in Assembly.GetExecutingAssembly().GetTypes().Where(type => type.IsValueType))
                RegisterId(type);
            _isRegistered = true;
        }
    }

    // What Dapper knows itself goes past a handler until it is forgotten.
    private static void Add<T>(StoredAs<T> handler)
    {
        SqlMapper.RemoveTypeMap(typeof(T));
        if (typeof(T).IsValueType)
            SqlMapper.RemoveTypeMap(typeof(Nullable<>).MakeGenericType(typeof(T)));
        SqlMapper.AddTypeHandler(typeof(T), handler);
    }

    private static void RegisterId(Type type)
    {
        foreach (var contract in type.GetInterfaces().Where(contract => contract.IsGenericType))
        {
            var definition = contract.GetGenericTypeDefinition();
            var handler = definition == typeof(ITextId<>) ? typeof(TextIdHandler<>) : definition == typeof(INumberId<>) ? typeof(NumberIdHandler<>) : null;
            if (handler is not null)
                SqlMapper.AddTypeHandler(type, (SqlMapper.ITypeHandler)Activator.CreateInstance(handler.MakeGenericType(type))!);
        }
    }

    // The type is said also where the value is missing: PostgreSQL wants to know what it is that is missing.
    private abstract class StoredAs<T>(DbType stored) : SqlMapper.ITypeHandler
    {
        public void SetValue(IDbDataParameter parameter, object value)
        {
            parameter.DbType = stored;
            parameter.Value = value is null or DBNull ? DBNull.Value : Write((T)value);
        }

        public object? Parse(Type destinationType, object value) => Read(value);

        protected abstract object Write(T value);

        protected abstract T Read(object value);
    }

    private sealed class InstantHandler() : StoredAs<DateTimeOffset>(DbType.Int64)
    {
        protected override object Write(DateTimeOffset value) => value.ToUnixTimeMilliseconds();

        protected override DateTimeOffset Read(object value) => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(value, CultureInfo.InvariantCulture));
    }

    private sealed class DateHandler() : StoredAs<DateOnly>(DbType.String)
    {
        protected override object Write(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        protected override DateOnly Read(object value) => DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private sealed class WordsHandler() : StoredAs<string>(DbType.String)
    {
        protected override object Write(string value) => StorableText.From(value);

        protected override string Read(object value) => (string)value;
    }

    // Neither engine has a true and a false that the other one knows.
    private sealed class AnswerHandler() : StoredAs<bool>(DbType.Int64)
    {
        protected override object Write(bool value) => value ? 1L : 0L;

        protected override bool Read(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0;
    }

    private sealed class TextIdHandler<T>() : StoredAs<T>(DbType.String)
        where T : struct, ITextId<T>
    {
        protected override object Write(T value) => StorableText.From(value.Value);

        protected override T Read(object value) => T.From((string)value);
    }

    private sealed class NumberIdHandler<T>() : StoredAs<T>(DbType.Int64)
        where T : struct, INumberId<T>
    {
        protected override object Write(T value) => value.Value;

        protected override T Read(object value) => T.From(Convert.ToInt64(value, CultureInfo.InvariantCulture));
    }
}
