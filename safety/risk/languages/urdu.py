"""Danger told in Urdu, in its own or Latin letters; a draft that no native reader has checked."""

from safety.risk.languages.phrases import Phrases
from vocabulary.languages import Language


PHRASES = Phrases(
    language=Language.URDU,
    denied_by="",
    fillers="ek aik ik ایک ab اب abhi ابھی bas بس bara bari بڑا بڑی hath_mein haath_mein ہاتھ_میں",
    suicide="""
مرنا چاہتا/چاہتی/چاہتاہوں/چاہتیہوں
مر جانا چاہتا/چاہتی
مجھے مرنا/مر_جانا ہے
میں مر جاؤں/جاوں گا/گی
خودکشی/خود_کشی کرنا چاہتا/چاہتی
خودکشی/خود_کشی کر لوں/لوں_گا/لوں_گی/رہا/رہی/لے_گا/لے_گی
خودکشی/خود_کشی کرنے والا/والی/لگا/لگی/جا
اپنی جان لینا/لے_لوں/لینے
اپنے_آپ/خود کو مارنا/مار/ختم
جینا نہیں چاہتا/چاہتی
زندہ نہیں رہنا
زندگی ختم کرنا/کرنی چاہتا/چاہتی/ہے
marna/marnaa/mrna chahta/chahti/chahtaa/chata/chati/chahtha
mar jana/jaana chahta/chahti/chata/chati
mujhe/muje/mujhay/mujhy marna/mar_jana hai/he/hy/h/hay
khudkushi/khudkhushi/khud_kushi/khudkashi karna/karni chahta/chahti/hai/he/hy
khudkushi/khudkhushi/khud_kushi/khudkashi kar lunga/lungi/loonga/loongi/lun/loon
khudkushi/khudkhushi/khud_kushi/khudkashi kar raha/rahi/rha/rhi/lega/legi
khudkushi/khudkhushi/khud_kushi/khudkashi karne wala/wali/laga/lagi
apni jaan/jan lena/le_lunga/le_lungi/lelunga/lelungi/lene
apne_aap/apnay_aap/khud ko maar/maarna/marna/khatam/khatm
jeena/jina/jena nahi/nahin/nahee/nhi/nai chahta/chahti/chata/chati
zinda nahi/nahin/nhi rehna/rahna
zindagi khatam/khatm karna/karni chahta/chahti/hai
""",
    overdose="""
سانس نہیں لے/آ
بے_ہوش/بیہوش/بےہوش ہے/ہو_گیا/ہو_گئی/ہوگیا/ہوگئی/پڑا/پڑی
اوور_ڈوز/اوورڈوز ہو/کر/لے
زیادہ/بہت/بہت_زیادہ/ساری گولیاں/دوائی/دوائیاں/نشہ/منشیات کھا/لے/کر
اٹھ/جاگ نہیں رہا/رہی
ہوش میں نہیں
saans/sans/sanse/saas nahi/nahin/nahee/nhi le/ley/lay/aa/a
behosh/be_hosh/bayhosh hai/he/hy/ho_gaya/ho_gya/ho_gayi/ho_gai/para/pari/pada/padi
overdose ho_gaya/ho_gya/ho_gayi/ho_gai/kar_li/kar_liya
zyada/ziada/ziyada/jyada/bohat goliyan/goliyaan/golian/dawai/dawaiyan/nasha/drugs kha/khaa/le/lay/kar
bohot/bahut/saari/sari goliyan/goliyaan/golian/dawai/dawaiyan/nasha/drugs kha/khaa/le/lay/kar
uth/jaag/jag nahi/nahin/nahee/nhi raha/rahi/rha/rhi
hosh mein/me/main nahi/nahin/nhi
""",
    emergency="""
مجھے/ہمیں مارنے آ/والے/والا
جان کا/کو خطرہ
بچا لو/لیں
پاس چاقو/بندوق/پستول/ہتھیار/چھری/خنجر/گن ہے/ہیں
مجھے/ہمیں مار دے/دیں/دیگا/دینگے/ڈالے/ڈالیں/رہا/رہے/دے_گا
مجھے/ہمیں قتل کر/کرنا/کرے/کریں
مجھے/ہمیں مارنا چاہتا/چاہتے/چاہتی
جان سے مار
پولیس/ایمبولینس/ایمبولنس کو/- بلاؤ/بلاو/بلائیں/بلا_دیں/فون_کرو/فون_کریں/کال_کرو/کال_کریں/بھیجو/بھیجیں
مجھے/ہمیں بچاؤ/بچاو/بچا_لو/بچائیں
دروازے پر/کے_باہر ہے/ہیں/کھڑا/کھڑے
دروازہ توڑ رہا/رہے
گلا دبا/گھونٹ رہا/رہے
خون بہہ/بہ/نکل رہا
مجھے/ہمیں اغوا/قید/بند کر/کیا
paas/pas/paass chaku/chaqu/chaaku/chaqoo/chakoo/banduk/bandook hai/he/hy/hain/h
paas/pas/paass bandooq/pistol/gun/hathiyar/churi/khanjar hai/he/hy/hain/h
mujhe/muje/mujhay/mujhy/hamein/humein/hume/hamen maar/mar dega/degi/denge/dainge
mujhe/muje/mujhay/mujhy/hamein/humein/hume/hamen maar/mar de_ga/dein_ge/den_ge/dalega
mujhe/muje/mujhay/mujhy/hamein/humein/hume/hamen maar/mar dalenge/daalega/daalenge/raha
mujhe/muje/mujhay/mujhy/hamein/humein/hume/hamen maar/mar rahe/rha/rhe/dalay_ga
mujhe/muje/mujhay/mujhy qatal/qatl/katal kar/karna/karega/karenge/kar_dega/kar_denge
hamein/humein/hume/hamen qatal/qatl/katal kar/karna/karega/karenge/kar_dega/kar_denge
mujhe/muje/mujhay/mujhy/hamein/humein maarna/marna chahta/chahte/chahti/chate
jaan/jan se maar/mar dega/denge/dunga/dene/dalega/dalenge/de/den
police/polis/pulis/ambulance ko/- bulao/bulaao/bulain/bulaen/bulayein/phone_karo
police/polis/pulis/ambulance ko/- phone_karein/fon_karo/call_karo/call_karein/bhejo
mujhe/muje/mujhay/mujhy/hamein/humein bachao/bachaao/bachaen/bachain/bacha_lo
mujhe/muje/mujhay/mujhy/hamein/humein maarne/marne aa/a/wale/wala
jaan/jan ka/ko khatra/khatara/khatrah
bacha/bachaa lo/lein
darwaze/darwazay/darvaze par/pe/pay/ke_bahar hai/hain/khara/kharay/khare/khada/khade
darwaza/darvaza tor/tod/torr raha/rahe/rha/rhe
gala daba/dabaa/ghont raha/rahe/rha/rhe
khoon/khun beh/nikal/bah raha/rha
mujhe/muje/mujhay/hamein/humein aghwa/agwa/qaid/band kar/kiya/kia
""",
)
