/* microlora 0.1.0, MIT OR Apache-2.0 */
var t={frequent:[32,0,2,1,65,4,3,11,33,106,40,5,34,16,64,8,116,6,127,12,253,7,13,15,114,108,9,128,43,10,97,95,183,54,111,124,71,113,101,17,69,130,255,24,27,36,162,57,107,112,99,14,20,160,56,18,126,96,100,125,19,66,136,75,228,42,184,230,68,31,21,55,45,70,121,178,252,48,77,110,163,119,60,63,182,35],text:`!C}X}W%!!!%~:#}._%5%5_#55%5_(5555%5_#55!_%5%H_%5!_#55%H_)555%5_!%5_)555%H_(5555!_(5555%b_!%H_)555!_4555555!_.55555!_.55555%5_#55%b_#5H%5_)55H%5_(5H55!_.555H5%H_(55HH!_#HH%5_%^%5_)55b!_%5%b_.55555%b_855555bb%5_.55555%H_(55H5!_#5H!_%5%^_4555555%5_.55HHH%H_.5555H!_4555HH5%5_.555HH%5_#5H%H_(5555%H_(555H%5_45555H5%H_*555HH555555%5_(55bb%5)}t%}r%!!!!L%8%9.%}!X%)X%4P9!)}#:B2B?))8}%Q}&X%!]}(%!c%Y})L:B%Yl. .B+?B9/8|.%.R%#..08:)#4!#8%222(((]!}*%((}+},?#84((((2-%8%!#%!(%!?6666}-!%!!!4#244h!c4#!!.4?##%m**0)} (.%V%00.)%!%42%5%&@@%*8j?}74}WK}WG;q#!6=G;CD}ZK;}X}VGv!}C9=G;CD}SKC3}Y;K}X!5L=G;CDaK}SC}Y=3D;C3K!}_%?=G;CD}X}V}Wa!}S?=G;CD}T;Gx!}]0=G;CD}WK}WG;qD}Y}XKa!30=G;CD}WK}WG;qD}S;KK!}ZP=G;CD}WK}WG;qD=C;}TK}X3D}S;KK!}Y]=G;CD}WK}WG;qDxCv3Ka!}X9=G;CD3;Cv}X}SK;!}E]=G;CD3;Cv}X}SK;D}X}V}]K!}DB=G;CDW}UKWU!}a%?=G;CD}S;KK!H*=G;CDW;KC3K!N%B=G;CD}VvV}Y3!}[*=G;CDG}Y3V}Y3!J9=G;CD}T;Ca}VKv3!}^6=G;CD}SG;xC;a!^B=G;CDCaCV3!}d%B=G;CD=KC;v!x} =G;CDCaCV3Dx}V3}UD;KxC;a!}b%]=G;CDVCWUKaDG}Y3V}Y3!V:=G;CDaK=3CDvG;}W!@%0=G;CDC
aCV3DWG}Yv3!}c%]=G;CD}SG;xC;aDWG}Yv3!b} =G;CD3G3C=DCaCV3DWG}Yv3!KP=G;CD3G3C=D}SG;xC;aDWG}Yv3!a0=G;CDVC;C}WDWG}Yv3!G*=G;CDGV3}VGv!;:=G;CD}XK3DGV3}VGv!}TB=G;CD;K}XK3!,L=G;CD}XK3DWC3K}TG;q!}V}%=G;CD}XK3DWC3K}TG;qD}SC==}RCWU!}U9=G;CD;KCaD;Gx!=X=G;CDx;}V3KD;Gx!uL=G;CD;KCaDv}Y}W}RK;}X!}W]=G;CDx;}V3KDv}Y}W}RK;}X!}A0=G;CD}UC}XD=KC;vKa!qL=G;CD;KCaD}SG;xC;a!v]=G;CDx;}V3KD}SG;xC;a!}Bm=G;CD;K}XK;}ZKD3;Cv}X}SK;!U} =G;CD3;C,KW3G;qDW;KC3K!_} =G;CD3;C,KW3G;qD;KWG;a!}K} =G;CD3;C,KW3G;qD=Kv}T3}U!}NQ=G;CD3;C,KW3G;qD3G3C=DWG}Yv3!}G}&=G;CD3;C,KW3G;qD}X}YWWK}X}XD;C3K!}H =G;CD3;C,KW3G;qD}RK}X3D}V}WV;G}ZK}WKv3!}R =G;CD3;C,KW3G;qD}WKCvD}V}WV;G}ZK}WKv3!}MP=G;CD3;C,KW3G;qD}ZC;}VCvWK!}F})=G;CD3;C,KW3G;qD}RK}X3DC33Kv3}VGv!W/=G;CD3;C,KW3G;qD}U}V}T}UDJ}YC=}V3qDWG}Yv3!}O+=G;CD3;C,KW3G;qDWG}Yv3D}RqDGVK;C3G;!Cm=G;CD3;C,KW3G;qD}T;G}YV!}PY=G;CD3;C,KW3G;qDa;Cx!Dc=G;CD3;C,KW3G;qD}TK3!}QY=G;CD3;C,KW3G;qD;KCa!}Ll=G;CD3;C,KW3G;qD}XK3D3G3C=DWG}Yv3!}Im=G;CD3;C,KW3G;qD;K}XK3!}J?|%!&%*:e%}i%}m%}e%}j%}o%}n%}h%}g%}p%}q%}k%}l%}f%}56
%2Bs~)%}r%2! !&#0},*2! !&%0},**!&}^&^ !0%Q*l! !-#2 !-#(&:,&VJ !-#!&:,&VJ,=*~0%%(}^ %(1 %&#3 !,+%)1 # !7!(t/# #7j%7g%+# ) !7!( /) )7j%7g%+) ( !7!(0/( (7j%7g%+( . !7!(!/. .7j%7g%+. % !&1U/!I9!* # )7g%+# ( .7g%+)* )7l! )7l%}o )7l# )7l)}o}o #7l! #7l%}o #7l# #7l)}o}o}o*A%%5 !-#0 !-#Y/# !-#Ru(5 % !-#-, #V. %*&.3,*}E! ! #F#Y ! %F#! ! #&2,F#P ! #&0,/#F#( ! % %=&)3/% #,/#F#2 ! % #,/#F#6 ! % #,F#0 !*+! !0%/!(5 !&! % !-#}& !-#P,}=Q.&!**}L%)5 %&:J(1 %&:,&VJ+.)1 %+) # (I(1)1 )&:J(1 )&#3 !,&!F#! )&%,+)6%** (&%,+( .&#3 !,+!6%****-%%5&eN%&eN%-#! !&0U/!-#!&^J/%UF#! ! %0}&*}-%#5 !-#y %&e%=,/)o!}b%M(1 ! %0h+#* # ) #Q*}%! !&!E}SM ! %WM;M ! !s8~4CJ*~O(#.}^?5 %&#3+: (&#3 ),+0#1 .&%p(1 (M9% %&(3+9 %&t=+X %&.3+6)1 %(1 )7!(t+8 )7!( +2 )7!(0+? )7!(!+B :+* #+()1 ! !7!(! B (7?#!/47j%7~b%7*(! ! 9,/. .7!(! ? 47j%7~b%7*(! ! 6,/. .7!(! 2 47j%7~b%7*(! ! X,/. .7!(! 8 47j%7~b%7*(! !&0,+! (&(,+( *&(U/*9!** ! X,+! 0 )&1U/)I9!*. (M9% (&#3+c %&t=+L %&.3+X)1 %(1&!+] #+6)1 )+( 6+*&@@@@}[7L+4&@@@@}[7L+8&@@@@}[7L+2&@@@@}[7L+? .
+9)1 4 (7!(! *7?#!/B7j%7g%+4 ? B (7!(t7j%7g%+? 2 B (7!( 7j%7g%+2 8 B (7!(07j%7g%+8 ( c,+( * :,+* 9&%U/99!* ! !7!(! 47~b%7*(! :&#3 !,/( (7!(! 87~b%7*(! ! X,/( (7!(! 27~b%7*(! ! L,/( (7!(! ?7~b%7*(! 6&(,+6 !&0,+! % ]&%,/]I9!** ! L,+! 0 )&1U/)I9!****Q! !0%/!(5 !&! % !-#P}=Q.&!**c! ! !-#! %0)0o~5T)0*O##.}^85 ((1 (&#3 .,+X %&#3+: %&t=+6 %&.3+0 %&(3+L)1 %(1 :+9 !+( #+*&@@@@}[7L+4&@@@@}[7L+8&@@@@}[7L+2&@@@@}[7L+?)1 ? (7!(! *7?#!/B7j%7g%+? 4 B ( 6,7!(!7j%7g%+4 8 B ( 0,7!(!7j%7g%+8 2 ( L,7!(! B7j%7g%+2 (&0,/!+( *&(,+* 9&(U/99!*.&@@@@}[7L+?&@@@@}[7L+2&@@@@}[7L+8&@@@@}[7L+4* )(5 4 )7!(t7g%+4 8 )7!( 7g%+8 2 )7!(07g%+2 ? )7!(!7g%+? )&1U.&!*+) . 47*(t . 87*(  . 27*(0 . ?7*(! ! 6,+! X .&1U/.I9!***}N%)5 !&~1N%-#!0t/#(1#1 %&~6N%-#!0t/)(1&~.N%&~1N% # !0}0&iN%&~6N% ) %0}0&%+(6%* #&~:N%p9! #0?&!:** (*F##5%H %&%,+))1 % #I(1 ( # )=&)3 !,A)!Z+( #&%,+#6%** (*~J%#(5#^ !d~K!Hd1}a+.&@N%-#!+)&}iN%+%#1)1 %-#!/%(1 . % ),/%-#!/(~+/4}K(1#1 #(1 #-#! (u9%* %+# . 4}D9(** %&2,+%6%** #9!&}mN% !n)!&!:* #-#2 #-#60}( #-#!+( 
# .~#/)&%;F#! ) (I(1 # ),/% )F#( % ( )U0}&*&eN% )&eN%-#!,F#! #&0,*}Q!#1 !-#PA)!&!EC(1 !-#YA)!s8dz}ad!}E9%* %-#! !-#! #-#!&:,&VJ !-#(0T %-#( !-#! #-#(&:,&VJ !-#20T**}-! !-#2 !-#6-#PL!!&8,&}[J !0) !-#6-#!=&%}Z,*~^%#)H)5 !&!7:7*)! !d!n)0 %-#R/4(1#1 %-#0 4 %-#Y/8}B(5 %-#- 8V.&!*&.3,A)0+#)1 . 4I(1 % .0.+8 % .0.A)0/( # # (WQ+# .&%,+. ) 8A)0Z+)6%** ! #T)! ! ) 4iw/)T)2 4&%p9!&!+.&!E+#)1 . 4I(1 # % .0.A)0 )}}/# #SZ+# .&%,+.6%** ! # 4&%UiwT)0***T##5%}^ #7c+.)1 % )f(1 )&#3 !,/( . (7!(!7j%7*(! )&(,+)6%***}x(#4}^B5 %&#}B(1 %&#3+0 !+: (+*)1 :+6 #+X&!7:+.&!7:+4&!7:+8&!7:+2 )(1 )&#3 #,+L 0&#3+] 0&)3+c)1 . X7!(!/? 67!(07j%7g%+. 8 67!(! ?7j%7g%+8 2 6 ],/Y7!(! X7!(0/?7j%7g%+2 4 ? Y7!(07j%7g%+4 6 c,+6 L X& ,/XI9!* 4 .7g%+4 2 87g%+.* * . 479!%#)2?B*0L]cP}#}%Q . 479(.4869X:Ym} }!}&}(})l7g%/. .79!%#)2?B*!%#)2?B* . .79(.4869X:(.4869X:7g%/.7l%[#( * .7l![#! :& ,+: *&2,+* 9&(,+6 9&#,+9 % 6}B9!** % 9I(1 9&#3 (, )(}^ )&#3 #,+) %&(3+( %&.3+% 9&(3 !,+*&!7:+.)1 . *7!(! #7!(!7j%7g%+. B ( *,7!(! #7!(07j%7g%+B % *,+* ) 
#& ,/#I9!* B .7g%.&!7:*/.7l! .7l%}o .7l# .7l)}o}o[#!**G%.5 %&:,&VJ/. %p ! )pJM(1)1 #(1 . #&%U/#=&#3 ),+4 % #=&#3 !,+8 %+()1 ((1 (&%U/(&#3/2 4, 8 2,h#![#!6%.6)*!*!****B!&@@%&!00*N##.5%H %&%,+8)1 % .I(1 % .=&)3 !,+4 .&)3 #,A)!+?&!+()1 ( .I(1 ? (&)3/2 4,A)! ) 2,A)!S}}+? (&%,+(6%** .&)3 ), ? . 8=&)3 !,A)!wT)! .&%,+.6%** %+()1 ((1 (&%U/#&)3/. !,+4 ) .,/.A)!+?)1 % (f(1 ? % (=&)3 4,A)! (&)3 ),A)!S}}+? (&%,+(6%** . ? # 8=&)3 !,A)!wT)! #+(6%***n##5%H)1 # )I(1 . )&)3/( !,A)! % (,A)!SZ+. )&%,+)6%** .*~L%%#5 ! %F#! %&^J !,/#o!!&%JM(1 #-#2 #-#60}( ! !-#! #-#!&^J,/%F#!*&@N%-#!+) !-#(/#(1 ! #U/#o!!&%JM(1 #-#2 #-#60}( # #-#! !-#!,/%F#!&@N%-#!+) #+!** !&!F#6 !&}iN%-#!/#F#2 %&^J !, %F#( ! )U+! #(1 # ), !F#6*&}iN% !F#!*}/%%5 %&@N%-#!/#,&2,&}iN% %Q !F#! !(1 ! #, %F#6**}&! ! %~+ #~+d }d}bn)! ! !0}4n)! !*}!! !0}4d-e~#&@@@(Ur}:!!!}4}q*}}#%2}^ %&#I(1 ! % # ) (0}! # )0(:* ( )(}^ )&#3 #,+%)1 . #7!(0/4 47j%7g%+. 8 #7!(!/2 27j%7g%+8 ? 4 !7!(t7j%7g%+? B 2 !7!(07j%7g%+B * !7!(  47j%7g%+* 6 !7!(! 27j%7g%+6 !&1U+! % 
#& ,/#I9!* . 87g%+8 * 67g%+. ? B7g%.&!7:*/47l! 47l%}o 47l# 47l)}o}o[#( ( .7l! .7l%}o .7l# .7l)}o}o[#! 87l! 87l%}o 87l# 87l)}o}o*~?%#(b%5 # ) (=&#3/),+# % ),+%&!+)#1)1 ) (I(1 )&#3/* %,h#!/8 8}p&!r}O9# # *,h#!/2 2}p&!r}O9# 2}h/2 ? 2 ?}QQ+? 8}h/8 B 8 B}QQ+B )&%,+)6%** ! 4~5}|kj}Q}!0 T}Q}7Z B~5S !A)2ZT)2 ! .~5}|kj}Q}!0 T}Q}7Z ?~5S !A)!ZT)! (+)* ) (}B*}3!)1 ((1 ! % # ) .0}! (&%U+( %&#3 .,+. )&#3 #,+#6%***6! ! %L!!&0,*}&%%5 !-#2/% %=&%3&:,&VJ !0),*f%%H !&}5u(5 %d% !~+}d~40*. % %}}/#&!EC %&!E}SM #&!E}R;M !&np %k!!!~]OOzfK;J !&[pQ**~-%#(}^%5 %&(3+? )&(3+) #&(3+#&!+%)1 % (}=(1 4 ! #,7!(!/87D ! ),7!(!/27D7~n%7~l%+4 . 8 .792?B*69X:!%#)!%#)7D 2 .792?B*69X:!%#)!%#)7D7~n%7~l%+. ! ?,+! %&(,+%6%** .7+! .7+%Z 47+! 47+%ZZ*};%#5 !&OO:J/#&}yN%-#!}=(1#1&}uN%-#! #&)3,/#}0%( !&]}ZI9! % #o!4I9! #-#!+)** )*[%%5 !-#PA)!&!EC(^ !-#!/%&?}B(^ !-#YA)!s8 %&)}Z~+N.d!*.d!*}C*o%#5)1 % )I(1 # )&.3 !,A)0W (,+( )&%,+)6%** (*}7%%5 !-#y/# %&e%=,-#@%+% !-#P&e%= #, %&e%=,&! %&5IQ&! !o!}5Q*~b%#*5%H #&%,+2)1 # (I(1 # ( # (fQ+? (
 2=&)3 ),+B # (=&)3 ),+* (+.)1 . ?I(1 %&!E ( .p/6Q ( # .=/8,/9&)3 !,A)!Z+: 8&)3 ),+X&!+4)1 ( 4I(1 : 4&)3/8 X,A)! 8 *,A)!S}}+: 4&%,+46%** 9&)3 ), 6(H % : % :aQ}|. : BA)!w*T)! .&%,+.6%** (&%,+(6%***}*! ! #T)0 )&%J(1 ! %0X* ! !A)P&%EZT)P*}4#%5#b)1 % #I(1 #&#3 !,h#!}h/( ) ) (}PQ+) #&%,+#6%** )*~f%#85%}^|!&@2U/2R! #&#3+B)1 ) ?f(1&!+8&!+.)1 # .I(1 # .=&)3 !,+*&!+4&!7:+6)1 # 4I(1 6 4&(3 %,7!(! 4&)3 *,A)!{7c7j%7g%+6 4&%,+46%** .&(3 2, 67*(! .&%,+.6%**)1 # 8I(1 8&(3/. (, . 2,7!(!7*(! 8&%,+86%** ?&(,+? B&#3/. (,+( % .,+%6%** 2&@2,R!*h%%5 #&~:N%I(1 !-#!/((1 (0?* % )F#! ! #F#!**}!! ! %f(5 !~+d#}d0].&~:N%**N%#)}^#5 %7Y+.)1 # 8f(1 . 8&#3/2 !,7!(!/47D7~n%+( ) 2, (7+!{7c (7+%{7 % . 4 .792?B*69X:!%#)!%#)7D7~n%/(7+!{7 # (7+%{7 )7*(! 8&(,+86%***&%#5 !0-(1 !-#2/# !-#!/)0Lko}:}&~g~_F}%zS %Zk~*~s}Am}o^}U} Z+% # % ) !-#00A**1##5%H !0-(1 !-#(/% !-#!/#0Lko}:}&~g~_F}%zSk~*~s}Am}o^}U} Z+) % ) # !-#60A**}@%%^ ! !}-)!d~g}e~R}c~d~D}}g~^!b/%n)! % %d})e}cd~3~G}p~c~M~i}n~*~95^/%dQe %}cd~gw~@}v~/E}o~d}q5^/%dle %}c*?! !
-#20?*}A! !-#( %-#2 #-#( )-#Y %-#(&:,&VJ )-#!06 !-#! %-#2 #-#2 )-#2 %-#!&:,&VJ )-#!06*~R%#85%b&% . .&%uQ+?#1)1 ( 4I(1 4&)J+B % 4&#}Z=+* 4&#3 ),+2&!+8)1 % 8I(1 8&#3 #,/6h#! 2h#!}q+9&%+.)1 . ?I(1 9 % .=&#3 6,h#! ( .=&#3 2,h#!}q}o+9 .&%,+.6%** 8 *, 8&%,+8&(3 B&#3; !,h#! 9}p/9 9}p&!r}N9%6(** 4&%,+46%** (+4* ( 4u*}V#)5%H|!&@(U/)R! !-#!+.)1 ( .I(1 (&)3 ), (&#3 %,h#!~5T)! (&%,+(6%** !0}3 !-#6 !-#! ) #0}% ) # !-#!0Q )&@(,R!*b#.5%H&%+4)1 % .I(1 .&)3 ),+8 % .=&)3 ),+2&!+()1 ( 4I(1 % (=&)3 8, ! % . ( #0}+/?T)! (&)3 2, ?T)! (&%,+(6%** 4&%,+4 .&%,+.6%***}O%#5|!&@(U/)R!)1 % (I(1 )&!&@(s*! (&)3 ),d@@@@@@@~tzn)! ! % ) % (=&)3 #,0}% (&%,+(6%** )&@(,R!*o! ( % !0L/(&!Ea(H ( !iw.k}H}H}H}H}H}H~Qz* # #S )SSw*~)%%#5 !-#y %&e%=,+%#1 #&4}B(5 %-#6/%M9% %-#-. #&#U&)f(5 %-#!. #&%}Z&%U/) !-#6/(-#!}B9# %-#2 !-#2 (-#PL!!&8,&~tOOO%J&)3, !0) )=&#3,**/%M9! !-#2 !-#!&:,&~lOOO)J=&! #&%JQ&#3 %,:*&!*}u%#(5(H)1 % 4I(1 % 4=&)3 !,+2 4&#3/. #,h#!~5/? (S+B ) .,h#!~5+*&!+.)1 % .I(1 .&)3 2,/8 8A)! B .&#3/8 #,h#!~5/6S ? ) 8,h#!~5S
}} 6 *S}}ZT)! .&%,+.6%** 4&%,+46%***n%#5&}uN%-#! !&OO:J/%&)3,/#}0%(&%,+! #&% ! !&@~:!pQ}7%( %01*}a#%(5#1&~%N%-#!/)M(1&}yN%-#!/)&OO:f9% )&%3&@( )Q/)&)3~+0]/(M9%&}uN%-#!/#(1 ( #&}yN%-#!&)3sB!!&}uN%-#!0?*&}uN% (F#! )&}yN%-#!/# # )}=Q+.)1 # .I(1 #&)3 (,&%}7%( #01 #&%,+#6%**&}yN% )F#!&~%N%-#!+)*&}uN%-#!&ZN%-#!/(&)3,/#-#!+.&~%N% )&%UF#!&ZN% .F#! # !}6!4 # %F#! #}0%(&]3 (;+#* #*u%#5&}uN%-#!/% !&)3,&!}6!4&~%N%&~%N%-#!/#&%,F#!&}~N%-#!&)3 %,&ZN% #Q !F#!&}~N% !F#!*}x%%#5 . !A)0 ( ) ) (WQk}-}O}l~=~q-~lzSZk!!! !!~lzS/)T)  . )k!!!~]OO~kIa/4}6!}; 4M(1&%:* !-#! %-#2/4 .-#2 #-#2 %-#!&:,&VJ #-#!/80n(5 !-#( 4 .-#( #-#Y %-#(&:,&VJ 80n.&!**}9##5%b#1)1 % )/#I(1 #&%,+) #&#3 !,h#!/( (}p&!r}N9%6#** %+#* % #u*~O8#95%b|!&~:)U/(R! !-#6+9 !-#y+8 ! %0B+* ! %0h+4 !-#!+2 !-#(+X !-#2+? #-#!+: !0R+. (&@),&!&~:!s*! ( %&e%= 8,/8&t,F#~l# (d@@@@@@@~tzn)~.) ( )F#@) ( .&:,&~lOOO)J&#3 ),/%F#~p# ( ? :=&:,&VJ/0&#3/. %,/%F#~t# ( % .,/BF#s#&!+% * ! # (&~l#, 9-#}&L#!(1 ( #}-#0n)}u# ( #7!#!7*)e##5 4(1#1 !0R+% !-#2+6&!+) (&~1#,&!&}.
s*! (d!n)~d# (d@@@@@@@~tzn)~]# ( 4&t,F#Z# ( . B,/.F#~.# ( %&:,&~lOOO)J&#3 .,/.F#}~# ( . 6 :=&:,&VJ&#3/%,/.F#~%# ( % .,/BF#~*# 4 *I(1 X&:,&VJ+. 2&:,&VJ+X (&%}6!}i# ( % B,/%F#}u# ( 0&#3 %,/0F#}y#)1 ) :I(1 4-#! ? #-#2 ) X=&#3, X (-#}u# ) ?=/B&#3,/20}! !A)0{+L&!+%)1 % ?I(1 %&#3/6 (, 2 6,h#! L}q[#! %&%,+%6%** 0 ) .=&#3/%,+2 4-#( ? ( #-#Y %, . 20: #-#0 B&#3,+B !A)0{}i+L&!+%)1 % ?I(1 %&#3/6 (, B 6,h#! L}q[#! %&%,+%6%** 8-#( ? ( 2 . 20: )&%,+)6%***&! 4 ! (&e#, (&Z#, 9-#}&L#!M9#}% 4 *I9! 8-#! *-#! !0)&#3sB!! 8-#2 *-#2 !0Y&)3sB!! 8 *7!)07*)0** 8 ! (&~l#, # 9-#RL*!+L 4(1 4 ! (&Z#, (&e#, 9-#RL*!}%* L&%r}O(1 : !-#2=+) #-#0+#&!+%)1 % )I(1 %&#3 #,/4 4h#! L}q[#! %&%,+%6%*** 8&%}6!}b% !&!}6!t 8 8A) &%EZT) &%*+%* (&~:),R! %*}/%%5)1 !-#}& !-#P, %f(1 ! %0}= %&%,+%6%** !&!F#}.*}:%#5)1#1 !-#y+% !-#P #u9! #&e%= %,-#6/%(1 %-#-0?* #&%,+#6%** %-#!0?*}t##)5%b|!& U/4R!&q+. !-#}. #p(1#1 % !-#-I9! ! !-#[/8-#0I9! 8-#! !-#!/. #02 ) !-#( #02 .&:,&VJ+8&!+.#1)1 # .I(1 .&#3 (, !-#[-#! . 8=&#3, 80(/2[#! .&%,+. 2 2}p&!r}N9
%6#** 4 #F#2 4 (F#Y 4 )F#}& 4 !o!t}6!6 4 !-#[/)-#!F#0 4 )-#6F#P #M9!&!&}] ! % 4&2, #&:,&~lOOO)J&#3 (,0}:Q+.6%*&}]+.** 4& ,R! .*};! #&#3&:,&~lOOO8J %&:,&VJ, !-#2 %=&)3&~t!,&@5J, !0R&%3, !-#(&:,&VJ %=&)=,*~%%%(5 # !-#2=+8 !-#[+.)1 4 8I(1 4&#3/2 .-#6, ( 2,h#![#! 4&%,+46%** .-#!/( )I(1 ( ) !-#!&:,&~lOOO)J #=&#3sB!! !-#[+.* !&%}7%t ! #F#}. ! %F#- . !F#0 !-#y %&e%=,/! !A)- #iZT)-*~D##25#b|!&0U/(R! !-#y+# ( ( !-#  %0})}-)!n)2 %&e%= #,/.-#!&! !0)&#3s*!&%r !-#!/#~0}n}r+B !-#2+8)1 4 8}=(1 !-#!+? !-#2+2&!+))1 # )f(1 (&2,0l+* .-#! 4 )&#}Z 2=,&(3 )&)J&#3;, B *}q[#! )&%,+) ?+# 2+86%** 4&%,+46%** .&!}6!}b% .&!7:7*)  . B~5T)0 !-#y %&e%=,/%-#2&! !0Y&)3s*! %d!n)P %-#6/#(1 #&!&-s*! #-#-&! !0)&#3s*!* !-#6-#[/#(1 % ! #L)!* (&0,R!*/! !(5&~.N%-#!/! # ) !0P&~.N%-#!. %**}D#%H%5 !0%/!(1 % !-#y,+% !-#P+)&!+!)1 ! )I(1 # !&e%= %,A)!Z+# !&%,+!6%**.&^E+#* #**! !&%3&!00*O##45#b ! %08/(M(1 !0#:* #&8f(1&x:* (-#2 )u(1&b:*&~.N%-#!/8 #&#3&(J (,-#!/20dM(1&}]:* (-#y+. (-#6+?#1 #&#U&)u(1#1&!r}:~J}t1~w #&)fQ+B&!+!)1 ! 2p9%&H+
4 B !&#3 8,h#!/*DM9) !&%,+! *}:~J}t1}^D9!*6#** %&e%= .,+.#1 #&4}B(1 .-#6M9%* ( % #0y/%M9! (-#2+4&!+!)1 ! 2I(1 ) !&#}Z 4=,&(3 !&)J&#3; %, !&#3 8,h#![#! !&%,+!6%** #&#}B(1&!+4 #&.f9# . ( ?-#kL)!6#* . (0X .&%}6!}b% (-#6-#[/!(1 . ( !L)!* (&!F#}.&!:*&q:* 4*~Q)#(5#H ! %08/)M(1 !0#:*&b+! )-#2 )-#6-#P0| #p(1#1&~1N%-#! #&%3}=9! )-#y %&e%=,+(&~.N%-#!/.A)-+8#1 .A)}C/2&!E}R(1 % )-#P/!}=+# ! %u 8&!EC;9%.&%+# 8&!EC9%* (-#6&!I+#* )-#6+%&!+!)1 )-#2 )-#6-#P0| !f(1 #&%J&!+#(1 !&:u(5 !&@@%,o!!.&[*&O%J !&)3 .,A)!0}*+#* !&%,+!6%** #&%JM(1&H:* .&@%,+# %-#};/!(1&q&H ) # !L%!/4Q+! 4M 2&!E}R;9%. 2&!E}R(1&q+!6#** ( .A)!T)  ( .A)2T)- ( .A)0T)P ( .A) &!E}R}6!}b% ( )0X ( .A)P/8 (A)0/2 8 2aQT)0 (-#2 # )-#2 )-#6-#PL!!&)3sB!! %-#k/!(1 ( ) !L)!* )&!F#}.&!:** !*~d#).5)H%b !&!08/#(1#1&b+. %&(}=9! %&~1N%-#!&%}Zf9!&~.N%-#!/(A)P+8 #-#2+4 (A)2+2 (A)!/? #-#Pi0*(1#1 2 #-#R&%,i0*M9!&% (A)00}*M9!&% 80}*M 8&%EC;9! % 2s) 4=&(,p+)**&!+!)1 )&%J/) ! %}=J(1 !&)3 (,A)!{/B B}p&!r}N+) !&%,+!6%**&H+. )M9! #-#[ #F#0 # 8&%EC}6!}1 # 2s)/!F#
}. # ?s)F#- # (A)0&%EC}6!t (& ,+) ! 4=+% #-#[+#&!+.&!+!)1 ! %I(1 #-#6 !&#3, )A)!{[#! !&%,+! )&2,+)6%***. !0#+.* .*(!&.*?!&~1N%-#!*?!&~.N%-#!*}1#%5%H|!& U/%R! !0!/!(H %&2, !0m %A)P.&^E* %& ,R!*Y! !0!/!(H !A)!.&^E**}1%%5 !0!/!M(1&^E:* !-#R/%(H !-#0 %&!E0}-i %iw.&!E**C##5%H !0!/!M(1&^:*&H+# %k!!!!!!1}:W(1#1 % !-#R/)i/(}SM % %s8~4}R;9! % (}R(1 !-#Y )f9%* ! %T)!&!+#** #*})! !0!/!(5 !d!n#R !d!n)!&!.&^**i#)#5%H%b !0!/!M(1&^:*&H+. #&O%u(1#1 % !-# }B9! ) )}}&!E}R ( (}}&!E}R;M(1#1 )&!EK (&!EK;9# ( )w&5EZ/8k!!!~]OO~kIKM9!&~.N%-#!/4 !-#P&%02&}]+. 4 !-#}&0(/2 2}p&!r}O9# !-#6 !-#}&/. !-#-=&#3, 4 .&#3sB!! !-#0 !-#-&.3,/. #}6!}# . %}6!P . 8T)0 . (T)2 . )T)!&!+. ! !-#-&%,/%&! % !-#Y/#IQF#- # !-#R/%f(1 ! %&%,F#R* ! !A)!&%EZT)!6#**&}]:** .*_%#5 !0!/!M(1&^:* !-#R/# %u(1&H:*&~.N%-#! !-#6 # !-#Y/)}B(5 % !-#-, )V. %* !-#}&=&#3, !-#P&#3sB!!&!*}1#%5%H|!& U/%R! !0!/!(H %&2, !0m %A)0.&^E* %& ,R!*m! !0!/!(H !-#Ri.&^E**A! !0!/!M(1&^E:* % %}R(H&}]E. !-#0 !-#R %0}-i**~o%#(H.5 !0!/?M(1&^E:* %&%f )&#f;(H&xE.&}#&P %&%p
Q+B ?-#R+*&!+%&!+!)1 ! *I(1 # B ? !0./6,o!!p+2 ( 6A)0Z ( 2Q+( !&%,+! % 2,+%6%** %(H ( %i/.w+4&!+!&!E+()1 ! *I(1 ( ? !0./2A)0 4}}/8 8SZ ( # 2 B,o!!pQ+( !&%,+!6%** ( .&5EZw .w}|.&!E*+( 4 ( )&%pQ %i )Q**G%%H !0!/!M(1&^E:* !-#R %u(1&HE:*&xE+) ! %0.+!#1#1#1#1#1#1 #X.()#%!.* !A)0+)6(* !A)2:* !A)!:* !o!}#i:* !o!Pi:* )*}f###H)5|!&0U/2R! !0!/4(1#1 %&%f(1&x+%6%* 4-#R/8M(1&q+%6%*&!+!)1 %&%p ! 8}=J(1 (&!E 4 !0.A)0/( (&!EWQZ+( !&%,+!6%** 2&2, # )0})0l~5&%EZk!!!!!!~]zS+. (&!EaM(1 . 8iSs)+%6%* ( .S+(&!+%&!+!)1 (&!E}SM ! 8}B;M(1 ! %&!E 4 !0.A)0/. .&!EWQ/.&!EaQ+% ( .}}+( !&%,+!6%***.&^+%* 2&0,R! %*~5%#(5#^&b+( %&%U&OO!u(1#1&H+( !M #&}_#U&@^}=;9!&}[+(0}#M9! !~+/8 %&:,&~lO)J/4~+^d#}d/2 8d.}dHdtH0]/.M9! 2~# .,/) #F#  ) 4F#}& ) %F#P ) !F#Y ) .F#6 ) .F#2 )d!n#R )d!n)! ) )&t,F#0&# )0z/(9! )0}5&}[+(** (*}P%)5 !0!/!M(1&^E:* !-#  %u(1&HE:* !-#0+) !-#R+(&!+!)1 ! (I(1 % !&.3 ),o!Pp #,+# !&%,+!6%** #i*}1#%5%H|!& U/%R! !0!/!(H %&2, !0m %A)2.&^E* %& ,R!*~w%#85#H|!&@PU/#R! !0!/%(H #&@2,&!&@0s*! #&!&@2s*! %-#R+)&!+!)1
 ! )I(1 #&@2, % !0./(o!}#/4&)3,/8 (A)0 8A)!ZT)! 4&#3 #,/( (-#!&%,F#! !&%,+!6%**&!+%&!+!)1 !&@#I(1 !&#3 #,-#!/)(1 #&@2, !&)3,A)! )iw/? 2K %J+% 2 ? %Q+2 . ! %Q+.&%+%* !&%,+!6%** .i.&^E* #&@P,R!*2! !&-0f*2! !& 0f*(!&%*~c%#%b%5 !0%/!M(1&^:* %&5I(1 !-#}& !-#P, %u(1&}^:** #&?f(1&x:* #(1&x&! ) !-#y %&! %&5IQ&e%=, #&)3,A)t}RQ:*&}]&H&! )&!EWQ ){/( (}p&!r}OQ/#M(1#1 %&5I(1 !-#y %&e%=, )T)t&!+#6%* !-#}& !-#P,+. !-#y+!&!+#&!+%)1 % .I(1 %&e%= !, )T)t %&%,+%6%**** #*o! !0%/!M(1&^:* %&%f(5&x. !&!F#}. ! %&%p}6!}5&!**};%%5 ! %09/)M(1 !0#:*#5 #&5I(1&H # )-#}&}B9%}%* )&!F#}. )-#y %&e%=, #F#@%&!**}7! !0%/!M(1&^:* %&5p(1 !0k&!:* !-#P %u(5&}^. ! %0}= !&!F#}.&!**9!&!&}[ !&!00Q*}}%%#5 ! %08/(M(1 !0#:* #&8f(1&x:* (-#2 )u(1&b:*&!+!&~.N%-#!+. ( % #0y/%M(1&q:* #&#3&(J (,-#!+# (-#2+()1 ! #I(1 !&#3 ., ) !&#}Z (=,&(3 !&)J&#3; %,h#![#! !&%,+!6%**&!*~&%%)5 ! %08/)M(1 !0#:* )-#2 )-#6-#P0|/!0}@(1 )-#y+(&~.N%-#!/#&!&@%s*! # %&e%= (,/%A) T)! # %A)-T)2 # %A)PT)0 # %A)0T)P # %o!}b%iT)  #&@%, %-#2 )-#2 )-#6-#PL!!&)3sB!!.&}[+!
* !*~P%%45 !&!08/%M(1 !0#:* %-#( %-#2 %-#R=,&(,0}@(5&!+!&~.N%-#!+) %-#[/.-#0 %p(1 %-#}.+( %-#-+4 %o!t+#* )d!n)P ) (iT)2 ) #&! (QiT)0 ) 4&! (QiT)! )& ,+# ( %-#2=+%)1 ! %I(1 # .-#6 !&#3,h#!~5T)! !&%,+! #&2,+#6%** # )U&)}Y.&}[**+! !0%/!(H !-#2 !-#( !-#!,=i.&^E**N%%.5 !0%/!(1#1 % !-#Rf9! !-#[-#(+# !-#(/)&:,&VJ/. )p9!&!+!&~.N%-#!+( )&#3+4)1 ! %I(1 ! )=&#3 (, ! .=&#3 #, 4sB!! !&%,+!6%** (+#** #*} ! !0%/!(5 !-#[-#(.&!**n%%5 ! %08/)M(1 !0#E:* #&?u(H )-#y %&e%=, #&)3,A)t.&xE**B!&}mN%}-)!~4*B!&eN%-#!i*}?%(5&@N%-#!+#&}iN%+!)1 !-#!/!(1 % ! #,/!-#!/) % )fQ+% !&2,+!6%** %&0U&! %Qi*]!&}bN%-#!&eN%-#!Ui*~[8):5)H%b|!&@#U/8R!&xE+m )&#f .&%f;M(1#1 )&#3&~L}_%,-#!/:M9! .&%p(1 :o!!&%JM9%* :o!%&%p(1&HE+m (&!EaM9% ({/P P}p&!r}O9%* !0%/!M(1&^E+m6%* !-#P %u(1&}^E+m6%*&bE+m !-#R/) #&%Uu9!&~1N%}5#! #~+ !-#(/2&:,&VJ~+ !-#!/B&:,&VJ/*~+H^}G9! ! )&!0I&~6N%-#!f9!&!+)&~.N%-#!/4 # *=&#3,+* # B=&#3 4, 2 # *0P 4 !-#! # 40P !-#2+9&iN%-#!+B&~.N%-#!+2 * !-#(/X #02 ! %0B 2 !-#!/6 #02-#! !-#2 2 6&:,&VJ/4 # #&:,&~lOOO)J&#3 B,/60
/ # 9=&:,&~lOOO)J&#3 6,+9 X&:,&VJ+X)1 # )I(1 )&#3 B, ) 4=&#3 2, 40(/P[#! )&%,+)&}]E+m P P}p&!r}N9%6#** # !-#2=+4&!+))1 ) 4I(1 )&#3&}]E+m )&%,+) 6,h#!/P P}p&!r}N9%6#**&!+4)1 # 4I(1 4 X=+0 ! %0B 4 !-#2/?=&#3 6,+] 4 !-#!&:,&VJ=+c !A)0{+P&!+))1 ) ?I(1 )&#3/Y 8, ] Y,h#! P}q[#! )&%,+)6%**-#( ? 8 c&#3 2,&! !o!}4Q !-#(&:,&VJ 0&#3/) 9,/?0: 8 !-#6o!(}6!! 8 4&#3 B,h#!~5T)2 ? ) *,/) !-#(/?&:,&VJ/0 ( 8 :-#(Lm!+m 4&%,+4 .&%p(H ?i+}  8o!!M(1 )&%E } w 0 )0}1* m } w. m* }!Z+}!6%** 8 *F#Y 8 6F#0 8 BF#6 8 2F#2 8&%}6!( 8 #F#! ! % 8 # X=&#3 9,0}:(H !-#[-#( 9 8-#! !-#(&:,&~lOOO)J=&#3sB!! ! % 8-#! 2 8-#00}; !&!}6!t }! #iw.&}]E*+m** 8&@#,R! m*} ! !0%/!(5 !-#[-#!.&!**R%%5 ! %08/#(5 #-#y %&e%=,o!}b%. !0#**~+%%)5 !(1 !&0}Z !&OO)J&!I,1!&5p(1&}[:**z!&03&@}a%U+!#1&@N%-#!/%(1&}bN%-#!/# !p9%. !&@%}=9%&@N%&@}a%F#!&~.}a%d%n)!&~:!+#&@}a%+%*&}bN% !F#! ! %,/)&6U ! #U/!F#! )&0U&%F#! % #,&0U !0}&*0}#}%&!*} ! !0%/!(5 !-#[-#2.&!**K%)5&^+# !&OO:J/%&}yN%-#!}=(1#1&}uN%-#! %&)3,/%}0%( !&]}ZI9! %o!4/)M9! %-#! )&#3&~l}_%,-#!-#!L.! 
!0}9&!+#** #*R%%5 ! %09/#(H #-#y %&e%=,A)-. !0#E**j##?5#b )&%f(1&x:* !0%/(M(1&^:* (-#P %u(1&}^:* (-#R #&%Uu(1&b:*&!+! ) (-#[-#! (-#! #0}?+8&iN%-#!+2 ( %0B+. (-#2+? 8 (-#!/) #02 .-#! ? 8 )&:,&VJ # 20/ # ?=/4&#3 2,+) (A)0{+X#1)1 ! 4p9% !&#3/B 2,h#!/9 9}p&!r}N(1 ) B, 9 X}q[#! !&%,+!6%**&}]:* (-#(&:,&VJ/B&! 8&! (o!}4Q/4Q+* .-#(+6 (-#[-#(+. #+!)1 !(1 6 ? ) 4 B .0: !&%U+! B&#3 .,+. *&#3 4,+4 ?&#3 ),+)6%** ( % # 8 20};&!*(!&!*~C%#%H85 ! %09/)M(1 !0#E:* ) %0B/!-#(+4 !-#!+8 )-#2+(&!+!&%+.)1 ! (I(1 )-#(&:,&VJ+2 )-#!&:,&VJ+?&!+%)1 % .I(1 # 8 ( ! % ?0}+ 4 ( ! % 20}+S/# # #Z ! %pQZ+# %&%,+%6%** .&%,+. !&%,+!6%**&!E # #&!EWQ}| )A)0}vS*}F%#H&xE+# !&(u(1#1 !&#3&~6}_%,-#!/!M9!&bE+# %&%U&OO!f9! !A)0 %iw/# !A)2/) # )WQ+#** #*~(8)45%b)^|!&~L!U/*R!&b+9 !&%U&OO!f %&%U&OO!f; #&%U&zf;M(1#1 ){/L L}p&!r}O(1&}]+96%*&}]&H&! (&!EW/:Q ({/L L}p/L&!r}OQ+9 L&!r}O :;9!&x+9 .&(f 8&%f;9! .&#3&~6}_%,-#!/.M9! ! %I(1&b+9 89%*&H+9 2&}_ U&@_}= 2 ?}=; B&}_2U&@}[}=;9! * )T)}; * .F#k * #F#1 * %F#y * !F#[&}[+90}#M9! * *}-)};n)0 *
 *7!)[7*)! * 8}6!t * BF#}. * 4F#  * (T)P * 2F#R * ?F#- *0)+# ?~+ 2~+H/] *0Y~+^d)}d+c B *-#2 *-#!&:,&VJ, *-#(&%3&}),&_J,=&%,&^J&#3/X~+ ] #~+^d#}d/Y c ]de%^HHHd~X!H0]/#M9! X Y~# #,/: c~#,/6,/. *7!)[7*)! . BF#R . ?F#}& . 2F#P&!+2 .&!F#1 .&%}7!}5 . 8}6!}4 . 4F#  . *}-)};n)0 . .&~D!,/4F#y . ]~#/8&e%= 4,/4F#[ 6&! Xs*! 4 6F#! 4&!F#0 4 B *-#!&:,&VJ/?=&#3 6,/6F#( 4 6 B *-#(&:,&VJ/X=&#3/0,/6F#2 4 6 0,F#6 *-#2/4 X=+6 4 ?=+?)1 8 2f(1 .-#y 2&e%=,/4&5F#@% 4&!F#6 4 :F#2 4 ?&#3 #,/XF#( 4 #F#!&t+#)1 #&@%I(1 # 4,d!n)! #&2,+#6%** 4d~4}u~=}n~j~/~ZS}9n)_ 4d~)}k~V~D~i~u7~szn)}K 4d~I}v~0j~H}v~0~rzn)}C 4d@@@@@@@~tzn)}; 4 (T)t 2&%,+2 6&#3 X,+# *0Y&)3 :,+:6%** .0k&% .0z/#(1 B %&:,&~lO)J !&:,&~lO)J,= *&[, B&~:!0I00(1 #+96#. #0}9** .0M** *&~L!,R! 9*}0%%5&~.N%-#!/%M(1&}[:*&~1N%-#! !}=(5&b.&!&}] % !0dQ**}c)(.5)}^%b%H ! %09/)M(1 !0#:* )-#y %&e%=,A)}[&!EC(1 )-#! )-#(I(1&b:** #{/* *}p&!r}O(1&}]:*&q+! )-#}.&%p(1#1 % )-#-I9! ) )-#[/(-#0I9!&iN%-#!+4&~.N%-#!+. (-#! )-#!/!&%02 )-#[-#!/8 !&:,&VJ/(0(/*}:2~by})}P(H&!+!)1 ! (}=
(1 ? !&#3 8,7!(!/B7D/? ?7~n%7~l%+? 2 B 2792?B*69X:!%#)!%#)7D/2 27~n%7~l%+2 !&(,+!6%** 27+! 27+%Z ?7+! ?7+%ZZ. *~5*+6 )-#[-#! 6}|/6&!E}R(H&#E&#E # #&#EaQ/#}w #&^EWQ 6w.&!E* ( .0}1 ) %&% . 40p+!** !*R%%5 ! %09/#(H #-#y %&e%=,A) . !0#E**}N! )&%f(1&x:* !0%/!M(1&^:* !-#P %u(1&}^:* !-#R #&%Uu(5&b. ! % # ) !-#[-#2 !-#( #0}?&iN%-#!0p**9! ! !=&#3&#;*(!&!*4! !0M*}1#%5%H|!& U/#R! #&(, %-#2 !-#204-#( %-#20L #& ,R!*}6##5%H|!&Z(U/)R! )&}b(, %-#2 !-#204/( ! %0c ( # )0[ )&Z(,R!*j#)65(b)H|!&0U/4R! )&!F#Y %-#2+8 %A)0+Y )-#!/(A)P+m (A)! #-#!+( %-#( 4&!7:7*)!&:,&VJ+2{ (~0}r/L m{}q Y{/]}q+c#5#1)1#1 #-#! .u9# #-#0 !-#( 8 #-#Y . 2=&#3, 2 . 8=/B&#3/? )-#6,/*0 /0 0}p&!r}O9! ?,+? )-#2+6 )-#(+9&!+()1 ( 8I(1 ( B,&#3/X 9, c (&#3/: ?,h#!}q[#! 6 X, L * :,h#! ]}q}q[#! (&%,+(6%** 4 )-#( )-#2 . 8 #-#6 .&#3,h#! 00+ .&%,+.9%**&!6%* ! % # 4A)! 4A)2 )0&* 4&0,R!*~]9)956H)b|!&Z6U/4R! ) #o!(}6!}=#5 #-#!/.&%I(5 %-#!&:,&VJ+8 )-#0+2 )-#(+? #-#2+*)1 ( .I(1 c ( 8=&#3 *, 80(~5Z+c (&%,+(6%**&!+( 4&@2, . 80})+B)1 ( .I(1 (&#3 ?,&5r&%r
 B0l&!r}PQ[#! (&%,+(6%** 8&#3+6&!+B&%E+] )#H)1#1&!E+L&!+( B&)p9!)1 ( .I(1 L (&#3 ?,h#!~5/L LSZ+L (&%,+(6%** 2&! 6s*! 2&% ? * 8 .06&%E 2 80(~5 c LSw/]&!EaM ] ]}}&!E}R;9#}% 2 8&%E c L ]SS}|w{0}  2&% * 8 . ?0/ B&%,+B6%**&%E .iw/L ] L ]aQ/L&%E L&%EWQ*T)1&!+8 )-#0&! %0)&#3s*! %-#(&:,&VJ+2 %-#2+. )-#0+? %A)0{+}(&!E+]&!E+c&!E+L#1)1 #-#!/( 8u9% #-#0 . 8=/9&#3,+* !-#( . #-#Y 8 2=&#3, 2 )-#60 +}) )-#2+B )-#6+X )-#(+6&!+()1 ( .I(1 ( 9,&#3/: 6, (&#3/0 *,h#! }(}q[#! B :, X 0,h#! }(}q[#! (&%,+(6%** 4&!7:7*)@2 4&@2, 6 B 8 . #-#6 8&#3,h#!/l })0+(1 4A)@2+m 4A)e2+}  %-#6-#t/((1 Y ! % * (L?!Z+Y* ] })~5Z+] c l~5Z+c L m }  m } aQZ+L 8&%,+86%**&!6#*&! Lk!!!~]OO~kIWM ]k!!!~]OO~kIWM;9%}% %-#2 %-#!&:,&~lOOO)J=&#3 ?, . )-#( #-#Y 2 (06 ? . )-#2 #-#2 %-#!&:,&VJ #-#!06 4 LT)Z2 4 ]T)}u2 4 YT)}m2 4 cT)e2 4 (iT)@2 ! % 4&@2, )-#0 ) %-#6-# L0!. %-#2+? )&!F#Y&! !-#( ? #-#Y %-#(&:,&VJ )-#60 /}( }(}p&!r}O9%}% ) }(~5/} T)[ ) #-#6h#!/})~5/cT)t })&!r}QM }(&!r}QM %A)0&!EC;;(1 )-#(+. )-#2+2)1 ( ?I(1 (&#3/8 2,&!F#! . 8,&!F#! (&
%,+(6%** )&!}6!}=. #-#0+( 4&}b6, %-#2 !-#204/.-#!+8 )-#!A)!+] . ! %0c . ( 4&@2,0[+Y . .-#! .-#( %A)0 c } 0}70}2 )-#6+2&!+()1 ( 8I(1 (&)3 4, (&#3 2,h#!~5T)! (&%,+(6%** .-#0 8 4 4&@(,/(0}% 4 ( 80Q+m .-#2+.&!+()1 ( 8I(1 L 4&@(,/2 (&)3,A)! ( 8=&)3 ., 2 80QSZ+L (&%,+(6%** m Lw&%E L maQ/}% ] Y cZ %A)0/}!Sw/PS+Q )-#!A)P PS+}&&!+(&!E+L)1 ( 8I(1 }& (&)3/. 4&@2,,/2A)!S+] 2 ]T)! Q . 4&@(,,/.A)!S+}# . }#T)! L ] }#SZ+L (&%,+(6%**&%E+] }! cS LS}v/L Y }!k!!!!!!~]zS PS/YS}v/}! m }%S Y cSS } w}v/cZa(1 }! L c}}w+]* )-#2+2 )-#(+.&!+()1 ( 8I(1 (&#3/* ., (&)3/B 4&@2,,A)!{[#! 2 *, ] B 4&@(,,A)!S{[#! (&%,+(6%*** 4&!7:7*)@2&! 4&@2, . 2&! ? #-#6h#! }(0+M9%}% ! % # 4A)@2 4A)e2 )0&** 4&Z6,R!*}j##85%H|!& U/.R! .&(, !-#2 %04/%-#YA)!k!!!!!!1}:0*(1#1 %-#PA)!/?&#E0*M9! %-#2+) %-#(+( %-#!/# #=+4&!+!)1 ! 4I(1 !&)3/2 (,A)!}vkb~?}q}*~+}=r}GWM9# !&%,+! ) 2,A)!}vkb~?}q}*~+}=r}GW9%6#**&%+8 ?&!E}R9! #&%,+# %-#0+) %-#6+%&!+!)1 ! 4}B/89% !&)3/( %,A)!&!EaM9% ! #,+! ) (,A)!&!Ea9!*** .& ,R! 8*}B%#5&!+()1 # (f(1 (&#3/. %,/4 ! .,7!
(! 47!(!7~b%7*(! (&(,+(6%** % #0(~5k!!!!!!~]zS*l! ! % # )0F ! % #A)  #o!};0}.&%r*{4((H25)b)}^|!& U/6R! #-#Y(1#1 #A)P{7c+Y)1&%+*&%E+(&!+?&!+2#1#1 9&%UX#!)%* %-#2 %-#!&:,&VJ=+2 #-#!A)P+(&(+?* 2&#3/2 #-#Y,+X 2 !-#!,+: %-#2 % ?,-#!&:,&VJ=+B ({7c+m&!+?)1 ? B}=(1 ?&#3/* :,/27!(!+c 2 c m c&!7:7j% Y * X,7!(!7j%7g%7j%7~b%7*(! ?&(,+?6%** 9&%,+96!*!*. #o!}= ! % # )0F&%}X+** ! % #A)  #o!};0}. 6&(, %-#2 !-#204/B-#Y/2 2A)!&%EZT)! B-#P *&%J/2iT)! 2(1 B ! %0c. B-#( %-#2 #-#2 )-#0 #A)t0}8 B-#2 %-#2 #-#( #-#6 #A)[0}8* %-#2+2 %-#6/)-#}4/#(H ! % #L4!. !-#! 2 %-#!&:,&VJ=0(~5*+4 2i&)Ew/8&(ES+.&%E+()1 . ( 4 (SSW(1 (k!!!!!!~]zS+(6%** 8k!!!!!!~.zS+8 (+.#1)1 4&!EaM9% 8 . 4 .SSa(1 . .Z+.6%** .+(*&%r+L (&%E}R(1#1&%E (w/4 ( ( 4WQ/8 !A)0S/.k!!!~]OO~kIWM(1 ! %0X 8 !A)0S+.* 8k!!!~]OO~kIWM .k!!!~]OO~kIWM;9! 4{+] ({+0 )-#1/#(1 ! % 0 ] #LA!M9%* !-#! %-#2 %-#!&:,&VJ= 00}  !-#( %-#2 %-#(&:,&VJ= ]0}  ! 8 !A)0ST)0 )-#y/#(1 ! % ( 4 #L} !* 0+L** 6& ,R! L*~P.).5BH%b|!& U/8R! %0)+2 ( )F#Y (&!}6!}; (d!n)- ( #A)2T)t ( #A)PT)[ (-#
!+. ) %0)0(/Y Y}p&!r}N(1#1 (&5E #A)!/:wT)P .A)!+X .A)P+B (d!n)P !A)0+6 #A)  %A)0&!E}R(1 #A)2&!Ea(H #A)P&!Ea(H 8&(, %-#2 !-#204/. ! %0c .0}3 . .-#! .-#( %A)0 #A)2 #A)P0}70}2 .-#0 %-#2 (-#0 %0)&#3,/40}6 4 ) %-#2 %-#!&:,&VJ (-#00}/ .-#6 %-#2 40}6 4 ) %-#2/. %-#!&:,&~lOOO)J=&#3/4, . %-#(&:,&VJ 4 (-#0,0}/ (-#!A)!+9 (A)1+L %A)0+* #A)0+] #A)2+c ( (-#0/#F#Y ( 9}w L * *SS c ]ZSwT)P # 20(/Y Y}p&!r}O9) (A)P.&!E*.&!E*+9* 6 X B&%E B&%EaQS/B&!ES/*S 9}v/X (-#Y 20o~5S (-#!A)P/9&%E 9&%EaQSZ/9k!!!~]OO~kIWM9! :w 6&!ESZ/6 * * 6WQ/6 B (A)-/* X * XaQ/* B *aQ/B B 6WQk!!!~]OO~kIWM9! ( 9k}-}O}l~=~q-~lzS/B !A)0Zk!!! !!~lzS/6T) &%+? 6k!!!~]OO~kIK9! ! %0X ( !A)0 BZk!!! !!~lzS/BT)  Bk!!!~]OO~kIK+?** 8& ,R! ?*}5%%5|!& U/#R! #&(, %-#2 !-#204-#Pd@@@@@@@~tzn)! #& ,R!*~=%#85#H|!& U/.R! .&(, %-#2 !-#204/!-#0+4 !-#6+8 !-#2+2 !-#(+? !-#!/! !=+B ) )S+* # #S+6&!+%)1 % BI(1 %&)3/! ?,/( 6 (A)!ST)! ! 2,/( * (A)!ST)! ! 8,/( (A)! #ST)! ! 4,/! !A)! )ST)! %&%,+%6%** .& ,R!**~=%2!&@@%*}5}5}5}5F%}5FFFF%  }5[n!!!!!!!!}^Y~,I~^}]}qz}^Y
~,I~^}]Y1%!!!#!!!!!!!)!&g@%*%%!&~j@%*}!~]z!!!~]OO~kI(!!!.!!!4!!!8!&}m}_%*92!!!?!!!B!!!*!&~%}_%*} 6!!!!!!!%!!!9!!!%!!!01!&~H}_%*4_1!!~.1!&~X}_%*%%!&~d}_%*]X!!!:!!!!!!!~d1!!~h1`},e=Array.from({length:95},(t,e)=>String.fromCharCode(32+e)).filter(t=>!"\"'`$\\<>".includes(t)).join(""),r=e.length-2,s=e.charCodeAt(r-1),o={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,
LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},i=4294967295,n="; the full edition, 'microlora', has more",a=/* @__PURE__ */new Map([["mse",0]]),h={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",learningRate:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},c=/* @__PURE__ */new Map([["sgd",0],["preconditioned",4]]),u=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[u]:super[Symbol.hasInstance](e)}get[u](){return!0}constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function d(t,e,r){throw new LoraError(t,e,r)}var l={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${n}`}
function m(t,e){const r=Object.keys(o),[s]=r.filter(e=>o[e]===t)
d(s,`${e}: ${l[s]??s}`)}var p=t=>t.length>80?`${t.slice(0,79)}…`:t,f=t=>p(JSON.stringify(t))
function g(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let i=1;i<=e.length;i++){const n=r[i-1]+Number(t[s-1]!==e[i-1])
o.push(Math.min(n,r[i]+1,o[i-1]+1))}r=o}return r[e.length]}function _(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=g(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${p(s)}?)`}var y=t=>Object.prototype.toString.call(t).slice(8,-1),b=t=>"string"==typeof t?f(t):p(Object(t)===t?y(t):String(t)),w=(t,e,r,s="LORA_E_TYPE")=>d(s,`${t} must be ${e}, got ${b(r)}`)
function A(t,e,r){const s=v(t,e)
s!==r&&d("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function O(t,e,r,s){const o=v(t,e),i=o/r;(!Number.isInteger(i)||i<1||i>s)&&d("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers ({ batch: ${s} } when it was created), got ${o} numbers`)
return i}function v(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===y(e))||w(t,"a Float32Array",e)
return e.length}function E(t,e){"number"!=typeof e&&w(t,"a number",e)
Number.isFinite(Math.fround(e))||d("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function R(t,e,r,s,o="LORA_E_RANGE"){"number"!=typeof e&&w(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&d(o,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function L(t,e){const r=E(t,e)
r<0&&d("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function I(t,e,r){const s=r.indexOf(e)
s<0&&d("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${b(e)}`+_(e,r)+n)
return s}function S(t,e,r){const s=[...r.keys()]
return r.get(s[I(t,e,s)])}function j(t,e){"boolean"!=typeof e&&w(t,"true or false",e)
return e}function $(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function N(t,e,r){$(e)||w(`${t}: the argument`,"an object of options",e)
const s={...r}
for(const[o,i]of Object.entries(e)){Object.hasOwn(r,o)||d("LORA_E_OPTION",`${t} has no option ${p(o)}${_(o,Object.keys(r))}; it has `+Object.keys(r).join(", ")+n)
void 0!==i&&(s[o]=i)}return s}var k,M=/* @__PURE__ */Symbol.for("microlora 0.1.0"),F=globalThis
function P(t){const e=t?.[M]
"function"==typeof e&&e()
const r=k
k=void 0
return r}var x=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,M,{value:e=>{void 0===e?k=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:P(t)??w("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return P(this)?.h??"Object"}toJSON(){return B(this).l()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=P(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.h} ${r(s.l(),e)}`}}
function C(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:B}=x,T=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),z=class extends x{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[T],configurable:!0})}free(){B(this).u()}[T](){this.free()}},W=[1,2,3,4,5],D=[[1,0,2,0,-1],[0,1,0,-2,1]],H=[[1,2,0,0,4],[0,2,4,0,-2]],J=[1,0,-1,2,.5],U=[2,3,1,4,10],G=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],q=/* @__PURE__ */new Map
function Y(t,e){q.set(t,e)
return t}var Q,V,K=4293918720,Z="this is not the microlora.wasm of this release: take the one beside this script",X=(t=16777216)=>R("memory (bytes)",t,131072,K),tt=class{h="Engine"
ia=q
g=new Float32Array(0)
D="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.b.lora_free(t)):void 0
constructor(t){const e=t.exports
5!==e.lora_version?.()&&d("LORA_E_MODULE",Z)
this.E=e.memory
this.b={...e}
this.F=1===this.b.lora_simd()}l(){return{simd:this.F,memoryUsage:this.v()}}v(){return{used:this.b.lora_memory_used(),free:this.b.lora_memory_free(),largestFree:this.b.lora_memory_largest_free()}}o(t,e){return new Float32Array(this.E.buffer,t>>>0,e)}G(t){this.b.lora_grow(t)<0&&d("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.w()}w(){const t=this.b
this.g=this.o(t.lora_transfer(),t.lora_transfer_size())}},et=B,Engine=class extends x{constructor(t,e){const r=new tt(t)
r.G(e)
super(r)
this.simd=r.F
C(this)}get memory(){return et(this).E}get memoryUsage(){return et(this).v()}grow(t){et(this).G(R("grow: bytes",t,1,K))}},rt=t=>function(t){const{b:e,g:r}=t,s=e.lora_create(5,5,D.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(W)
e.lora_forward(s,0,1,1)
const i=t.o(e.lora_output(s),5)
return o.every((t,e)=>t===i[e])};[D,H].forEach((t,o)=>t.forEach((t,i)=>{r.set(t)
e.lora_write_row(s,0,o,i)}))
const i=o(U)
r.set(J)
e.lora_adapt(s,0,1,1)
const n=o(G)
e.lora_free(s)
return i&&n}(et(t)),st="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",ot=t=>"WebAssembly.Module"===y(t)
function it(t){const e=N("init",void 0===t||$(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0})
void 0!==e.module&&void 0!==e.module_or_path&&d("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:X(e.memory),simd:void 0===e.simd?void 0:j("simd",e.simd)}}function nt(){"object"!=typeof WebAssembly&&d("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function at(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&d("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&d("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||ot(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":Z:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
d("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function ht(t){if(ot(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===y(t))(t))return t
d("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${y(t)}`)}async function ct(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function ut(t){const e=ot(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function dt(o){if(void 0!==o.simd&&!0!==o.simd)return
const i=function({frequent:t,text:o}){const i=new Uint8Array(128*(e.length-r+1)),n=e.length;(t=>[.../* @__PURE__ */new Set([...t,...Array.from({length:256},(t,e)=>e)])])(t).forEach((t,s)=>{const o=s<r?s:s-r,a=s<r?0:1+Math.floor(o/n)
i[128*a+e.charCodeAt(o%n)]=t})
const a=new Uint8Array(o.length)
let h=0
for(let t=0;t<o.length;t++){let e=o.charCodeAt(t)
if(10!==e){e>s&&(e=128*(e-s)+o.charCodeAt(++t))
a[h++]=i[e]}}return a.slice(0,h)}(t)
return ot(i)||WebAssembly.validate(i)?i:void 0}var lt=(t,e)=>new Engine(t,X(e.memory))
function mt(t,e){const r=lt(t,e)
rt(r)||d("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&d("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function pt(t){nt()
let e
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(y(e))&&(e=await fetch(e))
if("Response"===y(e)){const{ok:t,url:r,status:s,headers:o}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||d("LORA_E_MODULE",`${r} answered ${s} ${o.get("Content-Type")}, no wasm: put the file there`)}return ht(e)}(t.module)
return mt(await ct(e),t)}const r=dt(t)
if(void 0!==r){const e=lt(await ct(r),t)
if(rt(e))return e}!0===t.simd&&d("LORA_E_SIMD",st)
const s=await(async()=>(await(import("./small.scalar-wasm.js"))).wasm())().catch(t=>d("LORA_E_SIMD",st,t)),o=lt(await ct(s),t)
rt(o)||d("LORA_E_MODULE","WebAssembly computes wrongly here")
return o}catch(r){return at(r,t,e)}}function ft(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&d("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
return t}function gt(t){void 0===Q&&function(t){Reflect.defineProperty(F,M,{value:t,configurable:!0})}(Q=t)
return Q}async function _t(t){const e=it(t)
if(void 0===Q){V??=pt(e).then(gt).finally(()=>V=void 0)
await V}return ft(Q,e)}function yt(t){const e=it(t)
return void 0!==Q?ft(Q,e):gt(function(t){nt()
let e
try{if(void 0!==t.module){e=ht(t.module)
return mt(ut(e),t)}const r=dt(t)
if(void 0!==r){const e=lt(ut(r),t)
if(rt(e))return e}return d("LORA_E_SIMD",st)}catch(r){return at(r,t,e)}}(e))}async function bt(t){return pt(it(t))}var wt=class{h
c
d=0
constructor(t,e){this.h=t
this.c=void 0!==(r=e)?function(t,e,r,s,o){const i=P(r)
if(i instanceof s)return i
void 0===i&&void 0!==function(t){let e
const r=t?.[M]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&d("LORA_E_OPTION",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return w(t,"one of init or createEngine",r,o)}("engine",0,r,tt,"LORA_E_OPTION"):B(Q??d("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}H(t,...e){this.d=function(t,e,...r){const s=t.b[e](...r)
s===o.LORA_E_MEMORY&&d("LORA_E_MEMORY",`the arena is full: this needs ${t.b.lora_memory_wanted()} bytes in one piece, and ${t.v().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
s<0&&m(s,e)
t.w()
return s}(this.c,t,...e)
this.c.D?.register(this,this.d,this)}a(t,...e){const r=this.c.b[`lora_${t}`](this.d,...e)
return r<-1?m(r,t):r}j(){0===this.d&&m(o.LORA_E_HANDLE,"after free()")}u(){if(0!==this.d){this.c.D?.unregister(this)
this.a("free")
this.d=0}}l(){return{...this.k(),...0===this.d?{freed:!0}:this.p()}}k(){return{}}p(){return{}}},At=["A","B"],Ot=(t,e)=>R(t,e,1,16384,"LORA_E_SHAPE"),vt=class extends wt{constructor(t,e,r,s){super(t,e.engine)
this._=e.engine
this.$=r
this.m=r+s
const{dim:o}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===o?2:0)&&d("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const n=void 0===o?Ot("in",e.in):Ot("dim",o),a=void 0===o?Ot("out",e.out):n,h=R("rank",e.rank,1,64,"LORA_E_SHAPE"),u=E("alpha",e.alpha),l=R("batch",e.batch,1,1024),m=S("optimizer",e.optimizer,c),p=e.optimizer,f=R("seed",e.seed,0,2**32-1),g=j("sharedIO",e.sharedIO),_=void 0!==o
this.H("lora_create",n,a,h,u,void 0===e.learningRate?this.c.b.lora_default_rate(m,n):L("learningRate",e.learningRate),m,f,(_?1:0)+(g?2:0),r,s,l)
this.dim=n
this.in=n
this.out=a
this.rank=h
this.alpha=u
this.batch=l
this.seed=f
this.sharedIO=g
this.residual=_
this.optimizer=p
try{this.q(i,{})}catch(t){this.u()
throw t}}f(t){return t}n(t,e,...r){return this.a(t,this.f(e),...r)}k(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}}get x(){return this.a("option",0,0)}q(t,e){for(const[r,s,i]of function(t){const{learningRate:e}=N("options",t,{learningRate:void 0})
return void 0===e?[]:[["learningRate",0,L("learningRate",e)]]}(e)){const e=this.c.b.lora_set_option(this.d,t,s,i)
e===o.LORA_E_RANGE&&d("LORA_E_RANGE",`${r} is out of its range, got ${i}; see the types`)
e<0&&m(e,r)}}I(t){const e=this.f(t),[r,s]=At.map((t,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
o.set(this.c.g.subarray(0,s),t*s)}return o})
return{A:r,B:s}}J(t,e){const r=this.f(t),{A:s,B:o}=N("setWeights",e,{A:void 0,B:void 0})
A("setWeights: A (rank, in)",s,this.rank*this.in)
A("setWeights: B (rank, out)",o,this.rank*this.out)
const{b:i,g:n}=this.c
for(const t of[!1,!0])[s,o].forEach((e,s)=>{const o=0===s?this.in:this.out
for(let a=0;a<this.rank;a++){n.set(e.subarray(a*o,(a+1)*o))
const h=t?i.lora_write_row(this.d,r,s,a):i.lora_check(o)
h<0&&m(h,"setWeights")}})}},Et=["sum","mean"],Rt={loss:"mse",delta:1,reduction:"sum"},Lt=class extends vt{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
r=this.input
s=1
K(){this.j()
if(0===this.input.length){this.inputs=this.y("lora_input",this.in)
this.outputs=this.y("lora_output",this.out)
this.gradients=this.y("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}y(t,e){const r=this.c,s=r.b[t](this.d)
return Object.freeze(Array.from({length:this.batch},(t,o)=>(t=>{return r.o(s+t*(o=e,16*Math.ceil(o/16))*4,e)
var o})(o)))}L(t,e,r){const s=this.f(t),o=this.c
let i=0
if(void 0!==e||void 0!==r){A("forward: x",e,this.in)
void 0!==r&&A("forward: out",r,this.out)
o.g.set(e)
i=1}const n=o.b.lora_forward(this.d,s,1,i)
n<0&&this.i(n,"forward",s)
if(void 0!==e){this.K()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}M(t,e){const r=this.f(t),s=this.c
let o=0
if(void 0!==e){A("adapt: gradient",e,this.out)
s.g.set(e)
o=1}const i=s.b.lora_adapt(this.d,r,1,o)
i<0&&this.i(i,"adapt",r)}N(t,e=this.batch,r){const s=this.f(t),o=this.c,i="number"==typeof e,n=i?R("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):O("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&A("forwardBatch: out",r,n*this.out)
i||o.g.set(e)
const a=o.b.lora_forward(this.d,s,n,i?0:1)
a<0&&this.i(a,"forwardBatch",s)
this.s=n
if(i&&void 0===r)return
const h=this.aa(n)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}aa(t){const e=this.c,r=e.b.lora_packed_output(this.d,t)>>>0,s=t*this.out
this.r.length===s&&this.r.byteOffset===r||(this.r=e.o(r,s))
return this.r}O(t,e){const r=this.f(t),s=this.c
let o=this.s
if(void 0!==e){o=O("adaptBatch: G",e,this.out,this.batch)
s.g.set(e)}const i=s.b.lora_adapt(this.d,r,o,void 0===e?0:1)
i<0&&this.i(i,"adaptBatch",r)}z(t,e,r,s,o){const i=this.f(t),n=this.c
let h=0,c=1,u=0
if(void 0!==o){const t=N("learn",o,Rt)
h=S("loss",t.loss,a)
u=I("reduction",t.reduction,Et)
c=function(t,e){const r=E(t,e)
r>0||d("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}("delta",t.delta)
1===u&&2===h&&d("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}A("learn: x",e,s*this.in)
A("learn: target",r,s*this.out)
n.g.set(e)
n.g.set(r,e.length)
const l=n.b.lora_learn(this.d,i,s,h,c,u)
l<-1&&this.i(l,"learn",i)
this.s=s
return l}P(t,e,r,s){const o=O("learnBatch: X",e,this.in,this.batch)
return this.z(t,e,r,o,s)}Q(t,e){const r=this.f(t),{c:s,d:o}=this,i=s.b.lora_adapt_with_reward(o,r,E("reward",e))
i<0&&this.i(i,"adaptWithReward",r)}i(t,e,r){if(t===o.LORA_E_NONFINITE){const t=this.a("delta_norm",r)
t>1e9&&d("LORA_E_NONFINITE",`${e}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate keeps it from growing`)}m(t,e)}},It=B
function St(t){const e=It(t)
e.K()
return e}var jt=class extends z{constructor(t){super(t)
this.dim=t.dim
this.in=t.in
this.out=t.out
this.rank=t.rank
this.alpha=t.alpha
this.batch=t.batch
this.optimizer=t.optimizer
this.seed=t.seed
this.sharedIO=t.sharedIO
this.residual=t.residual
C(this)}get input(){return St(this).input}get output(){return St(this).output}get gradient(){return St(this).gradient}get inputs(){return St(this).inputs}get outputs(){return St(this).outputs}get gradients(){return St(this).gradients}get paramCount(){return It(this).a("param_count")}get learningRate(){return It(this).x}set learningRate(t){const e=L("learningRate",t)
It(this).q(i,{learningRate:e})}},$t="MicroLoRA",Nt=B,kt=class extends Lt{p(){return{learningRate:this.x,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},Mt=class extends jt{constructor(t){const e=N($t,t,h)
super(new kt($t,e,1,0))}forward(t,e){return Nt(this).L(0,t,e)}adapt(t){Nt(this).M(0,t)}forwardBatch(t,e){return Nt(this).N(0,t,e)}adaptBatch(t){Nt(this).O(0,t)}learn(t,e,r){return Nt(this).z(0,t,e,1,r)}learnBatch(t,e,r){return Nt(this).P(0,t,e,r)}adaptWithReward(t){Nt(this).Q(0,t)}get deltaNorm(){return Nt(this).a("delta_norm",0)}get adaptCount(){return Nt(this).a("adapt_count",0)}get forwardCount(){return Nt(this).a("forward_count",0)}getWeights(){return Nt(this).I(0)}setWeights(t){
Nt(this).J(0,t)}reset(){Nt(this).a("reset",i)}},MicroLoRA=class extends Mt{static h=Y("MicroLoRA",this)},Ft=t=>Object.freeze(t.split(" ")),Pt=/* @__PURE__ */Ft("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),xt=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */Ft("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */Ft("Join NestedLoopJoin HashJoin MergeJoin"),
aggregation:/* @__PURE__ */Ft("Aggregate GroupBy"),shaping:/* @__PURE__ */Ft("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */Ft("VectorDistance Rerank")}),Ct=/* @__PURE__ */Ft("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Bt="ScopedLoRA",Tt=B,zt={...h,scopes:void 0,categories:void 0,categoryFallback:!0},Wt=class extends Lt{constructor(t){
const e=N(Bt,t,zt),r=void 0===e.scopes?Pt:function(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||w("scopes","an array of names",t)
R("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&d("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?xt:{})
const o=function(t,e){$(t)&&Object.values(t).every(Array.isArray)||w("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&d("LORA_E_SCOPE",`categories: there is no scope ${f(t)}${_(t,[...e.keys()])}`)
r.has(s)&&d("LORA_E_OPTION",`categories: ${p(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),i=j("categoryFallback",e.categoryFallback)
super(Bt,e,r.length,o.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.ha=s
this.categoryFallback=i
o.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.Z(i)}k(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.k(),scopes:t,categories:e,categoryFallback:r}}p(){return{learningRate:this.x,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}Z(t){this.a("set_category_fallback",Number(j("categoryFallback",t)))
this.categoryFallback=t}f(t){return"string"==typeof t?this.ha.get(t)??d("LORA_E_SCOPE",`there is no scope ${p(t)}${_(t,this.scopes)}`):R("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},Dt=class extends jt{constructor(t){super(new Wt(t))}get scopes(){return Tt(this).scopes}get categories(){return Tt(this).categories}scopeName(t){const e=Tt(this)
e.j()
return e.scopes[e.f(t)]}forward(t,e,r){return Tt(this).L(t,e,r)}adapt(t,e){Tt(this).M(t,e)}forwardBatch(t,e,r){return Tt(this).N(t,e,r)}adaptBatch(t,e){Tt(this).O(t,e)}learn(t,e,r,s){return Tt(this).z(t,e,r,1,s)}learnBatch(t,e,r,s){return Tt(this).P(t,e,r,s)}adaptWithReward(t,e){Tt(this).Q(t,e)}deltaNorm(t){return Tt(this).n("delta_norm",t)}adaptCount(t){return Tt(this).n("adapt_count",t)}forwardCount(t){return Tt(this).n("forward_count",t)}get totalAdaptCount(){
return Tt(this).a("total_adapt_count")}get totalForwardCount(){return Tt(this).a("total_forward_count")}get categoryFallback(){return Tt(this).categoryFallback}set categoryFallback(t){Tt(this).Z(t)}getWeights(t){return Tt(this).I(t)}setWeights(t,e){Tt(this).J(t,e)}reset(t){const e=Tt(this)
e.a("reset",void 0===t?i:e.f(t))}},ScopedLoRA=class extends Dt{static h=Y("ScopedLoRA",this)},Ht="TrajectoryBuffer",Jt=B,Ut=2**32-1,Gt={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function qt(t,e){const r=E(t,e)
r<=0&&d("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var Yt=/* @__PURE__ */new Map([["operator",0],["attention",1]]),Qt=class extends wt{constructor(t){const e=N(Ht,t,Gt)
super(Ht,e.engine)
this.capacity=R("capacity",e.capacity,1,Ut)
this.dim=R("dim",e.dim,1,16384,"LORA_E_SHAPE")
this.operators=R("operators",e.operators,1,256)
this.H("lora_trajectory_create",this.capacity,this.dim,this.operators)}k(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}p(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends z{static h=Y(Ht,this)
constructor(t){const e=new Qt(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
C(this)}record(t,e,r,s,o){const i=Jt(this)
A("embedding",t,i.dim)
R("operator",e,0,i.operators-1)
R("attention",r,0,255)
qt("executionMs",s)
qt("baselineMs",o)
const{b:n,g:a}=i.c
a.set(t)
const h=n.lora_trajectory_record(i.d,e,r,s,o)
h<0&&m(h,"record")}get length(){return Jt(this).a("trajectory_length")}get totalCount(){return Jt(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return Jt(this).a("trajectory_success_rate")}get bestImprovement(){return Jt(this).a("trajectory_best_improvement")}get meanImprovement(){return Jt(this).a("trajectory_mean_improvement")}get variance(){return Jt(this).a("trajectory_variance")}get bestAttention(){return Jt(this).a("trajectory_best_attention")}
highQualityCount(t){return Jt(this).a("trajectory_high_quality_count",E("threshold",t))}countByOperator(t){const e=Jt(this)
R("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=Jt(this)
R("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.g.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&w("filter: keep","a function",t)
return[...this].filter(t)}top(t){R("top: count",t,0,Ut)
const e=Array.from({length:this.length},(t,e)=>({improvement:Jt(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=S("statistics: by",t,Yt),r=(t,r)=>Jt(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){R("sample: count",t,0,Ut)
const r=N("sample",e,{by:"uniform",seed:1}),s=1===I("sample: by",r.by,["uniform","improvement"]),o=R("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&d("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(Jt(this).a("trajectory_draw",Number(s),o,e)))}reset(){Jt(this).a("trajectory_reset")}}
function Vt(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||d("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const o=Float32Array.from(s)
A(t,o,r)
return o}var Kt=class{constructor(t,e){this.h=t
this.e=e}l(){return B(this.e).l()}u(){this.e.free()}},Zt=class extends Kt{#e
#r
#s=!1
#o=-1
#i=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#o=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,Vt("forward_array: input",e,this.#e.dim))
this.#o=t
this.#s=!0
return r}prepare(t){if(this.#o===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#i[t]=this.hidden(t)+1
this.#o=t}forget(){this.#o=-1}hidden(t){return this.#i[t]??0}get hiddenInAll(){return this.#i.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#i=[]:this.#i[t]=0}},Xt=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),te=B,WasmMicroLoRA=class extends z{constructor(t,e,r){const s=new MicroLoRA(Xt(t,e,r))
super(new Zt("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return te(this).inputAddress}get_output_ptr(){return te(this).outputAddress}forward(){te(this).forward(0)}forward_array(t){return te(this).forwardArray(0,t)}adapt(){te(this).prepare(0)
te(this).e.adapt()}adapt_array(t){const e=Vt("adapt_array: gradient",t,te(this).e.dim)
te(this).prepare(0)
te(this).e.adapt(e)}adapt_with_reward(t){te(this).prepare(0)
te(this).e.adaptWithReward(t)}delta_norm(){return te(this).e.deltaNorm}adapt_count(){return BigInt(te(this).e.adaptCount)}forward_count(){return BigInt(te(this).e.forwardCount-te(this).hidden(0))}param_count(){return te(this).e.paramCount}dim(){return te(this).e.dim}reset(){te(this).e.reset()
te(this).reset()}},ee=B,WasmScopedLoRA=class extends z{constructor(t,e,r){const s=new ScopedLoRA(Xt(t,e,r))
super(new Zt("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?Pt[t]:void 0)??d("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return ee(this).inputAddress}get_output_ptr(){return ee(this).outputAddress}forward(t){ee(this).forward(t)}forward_array(t,e){return ee(this).forwardArray(t,e)}adapt(t){ee(this).prepare(t)
ee(this).e.adapt(t)}adapt_array(t,e){const r=Vt("adapt_array: gradient",e,ee(this).e.dim)
ee(this).prepare(t)
ee(this).e.adapt(t,r)}adapt_with_reward(t,e){ee(this).prepare(t)
ee(this).e.adaptWithReward(t,e)}delta_norm(t){return ee(this).e.deltaNorm(t)}adapt_count(t){return BigInt(ee(this).e.adaptCount(t))}forward_count(t){return BigInt(ee(this).e.forwardCount(t)-ee(this).hidden(t))}total_adapt_count(){return BigInt(ee(this).e.totalAdaptCount)}total_forward_count(){return BigInt(ee(this).e.totalForwardCount-ee(this).hiddenInAll)}set_category_fallback(t){ee(this).e.categoryFallback=t
ee(this).forget()}reset_scope(t){ee(this).e.reset(t)
ee(this).reset(t)}reset_all(){ee(this).e.reset()
ee(this).reset()}},re=t=>B(t).e,WasmTrajectoryBuffer=class extends z{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Kt("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const i=Vt("record: embedding",t,re(this).dim)
re(this).record(i,e,r,s,o)}success_rate(){return re(this).successRate}best_improvement(){return re(this).bestImprovement}mean_improvement(){return re(this).meanImprovement}variance(){return re(this).variance}best_attention(){return re(this).bestAttention}high_quality_count(t){return re(this).highQualityCount(t)}count_by_operator(t){return re(this).countByOperator(t)}len(){return re(this).length}total_count(){return BigInt(re(this).totalCount)}is_empty(){return re(this).isEmpty}reset(){
re(this).reset()}}
export{xt as DEFAULT_CATEGORIES,Pt as DEFAULT_SCOPES,LoraError,MicroLoRA,Ct as PUBLISHED_SCOPES,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,bt as createEngine,_t as default,yt as initSync}

